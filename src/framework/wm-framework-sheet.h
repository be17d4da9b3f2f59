/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

/* A table that shall become a framework: its columns, and what each of them tells. */
typedef struct _WmFrameworkSheet WmFrameworkSheet;

/**
 * WmSheetTarget:
 *
 * What a column tells: nothing, or the id, a field or a kind of part of the indicator of its row, or
 * of the outcome or the domain above it. Made by [func@sheet_target_for_id],
 * [func@sheet_target_for_field] and [func@sheet_target_for_part].
 */
typedef guint WmSheetTarget;

/* The column is left out. */
#define WM_SHEET_LEFT_OUT ((WmSheetTarget) 0)

WmSheetTarget       wm_sheet_target_for_id             (WmItemKind         kind);
WmSheetTarget       wm_sheet_target_for_field          (WmItemKind         kind,
                                                        WmField            field);
WmSheetTarget       wm_sheet_target_for_part           (WmItemKind         kind,
                                                        WmPartKind         part);
const WmSheetTarget *wm_sheet_list_targets             (guint             *n);
char               *wm_sheet_target_get_heading        (WmSheetTarget      target) G_GNUC_WARN_UNUSED_RESULT;
char               *wm_sheet_target_get_words          (WmSheetTarget      target) G_GNUC_WARN_UNUSED_RESULT;

WmFrameworkSheet   *wm_framework_sheet_open            (const char        *path,
                                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void                wm_framework_sheet_free            (WmFrameworkSheet  *self);

const char *const  *wm_framework_sheet_get_names       (WmFrameworkSheet  *self);
guint               wm_framework_sheet_get_selected    (WmFrameworkSheet  *self);
gboolean            wm_framework_sheet_select          (WmFrameworkSheet  *self,
                                                        guint              sheet,
                                                        GError           **error);

guint               wm_framework_sheet_get_n_columns   (WmFrameworkSheet  *self);
guint               wm_framework_sheet_get_n_rows      (WmFrameworkSheet  *self);
const char         *wm_framework_sheet_get_heading     (WmFrameworkSheet  *self,
                                                        guint              column);
const char         *wm_framework_sheet_get_sample      (WmFrameworkSheet  *self,
                                                        guint              column);
WmSheetTarget       wm_framework_sheet_get_target      (WmFrameworkSheet  *self,
                                                        guint              column);
void                wm_framework_sheet_set_target      (WmFrameworkSheet  *self,
                                                        guint              column,
                                                        WmSheetTarget      target);
gboolean            wm_framework_sheet_get_fills_down  (WmFrameworkSheet  *self);
void                wm_framework_sheet_set_fills_down  (WmFrameworkSheet  *self,
                                                        gboolean           fills_down);

WmFramework        *wm_framework_sheet_read            (WmFrameworkSheet  *self,
                                                        const char        *id,
                                                        const char        *title,
                                                        GPtrArray         *findings,
                                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkSheet, wm_framework_sheet_free)

G_END_DECLS
