/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-field.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_ITEM (wm_framework_item_get_type ())

/* A framework, domain, outcome or indicator: its texts, its parts, and the ids of what stands below
 * it. A counted value: set only before it is shared, so that many versions of a framework can hold
 * the same item. */
typedef struct _WmFrameworkItem WmFrameworkItem;

GType            wm_framework_item_get_type     (void);

WmFrameworkItem *wm_framework_item_new          (WmItemKind             kind,
                                                 const char            *id) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkItem *wm_framework_item_copy         (const WmFrameworkItem *self) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkItem *wm_framework_item_copy_as      (const WmFrameworkItem *self,
                                                 const char            *id) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkItem *wm_framework_item_ref          (WmFrameworkItem       *self);
void             wm_framework_item_unref        (WmFrameworkItem       *self);
gboolean         wm_framework_item_equal        (const WmFrameworkItem *self,
                                                 const WmFrameworkItem *other);

WmItemKind       wm_framework_item_get_kind     (const WmFrameworkItem *self);
const char      *wm_framework_item_get_id       (const WmFrameworkItem *self);
const char      *wm_framework_item_get_name     (const WmFrameworkItem *self);

const char      *wm_framework_item_get_text     (const WmFrameworkItem *self,
                                                 WmField                field);
void             wm_framework_item_set_text     (WmFrameworkItem       *self,
                                                 WmField                field,
                                                 const char            *text);
gboolean         wm_framework_item_has          (const WmFrameworkItem *self,
                                                 WmField                field,
                                                 const char            *value);
gboolean         wm_framework_item_is_placeholder (const WmFrameworkItem *self);

guint            wm_framework_item_get_n_parts  (const WmFrameworkItem *self,
                                                 WmPartKind             kind);
const char      *wm_framework_item_get_part     (const WmFrameworkItem *self,
                                                 WmPartKind             kind,
                                                 guint                  part,
                                                 guint                  cell);
gboolean         wm_framework_item_has_part     (const WmFrameworkItem *self,
                                                 WmPartKind             kind,
                                                 const char *const     *cells);
void             wm_framework_item_add_part     (WmFrameworkItem       *self,
                                                 WmPartKind             kind,
                                                 const char *const     *cells);
void             wm_framework_item_clear_parts  (WmFrameworkItem       *self,
                                                 WmPartKind             kind);

guint            wm_framework_item_get_n_children (const WmFrameworkItem *self);
const char      *wm_framework_item_get_child    (const WmFrameworkItem *self,
                                                 guint                  place);
int              wm_framework_item_find_child   (const WmFrameworkItem *self,
                                                 const char            *id);
void             wm_framework_item_insert_child (WmFrameworkItem       *self,
                                                 int                    place,
                                                 const char            *id);
gboolean         wm_framework_item_remove_child (WmFrameworkItem       *self,
                                                 const char            *id);

gboolean         wm_framework_id_is_valid       (const char            *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkItem, wm_framework_item_unref)

G_END_DECLS
