/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmAreaGroup:
 * @name: its name
 * @note: (nullable): what it is for
 * @area_codes: (array zero-terminated=1): its members, in order
 *
 * A comparison group that a person made.
 */
typedef struct
{
  char *name;
  char *note;
  GStrv area_codes;
} WmAreaGroup;

WmAreaGroup *wm_area_group_new     (const char         *name,
                                    const char         *note,
                                    const char *const  *area_codes) G_GNUC_WARN_UNUSED_RESULT;
void         wm_area_group_free    (WmAreaGroup        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmAreaGroup, wm_area_group_free)

GPtrArray   *wm_store_list_groups  (WmStore            *self,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;
WmAreaGroup *wm_store_get_group    (WmStore            *self,
                                    const char         *name,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     wm_store_add_group    (WmStore            *self,
                                    const WmAreaGroup  *group,
                                    GError            **error);
gboolean     wm_store_change_group (WmStore            *self,
                                    const char         *name,
                                    const WmAreaGroup  *group,
                                    GError            **error);
gboolean     wm_store_remove_group (WmStore            *self,
                                    const char         *name,
                                    GError            **error);

G_END_DECLS
