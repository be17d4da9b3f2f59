/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WmFileKind:
 * @WM_FILE_PROJECT: a project
 * @WM_FILE_DATA: files to import
 * @WM_FILE_IMAGE: a picture of a chart
 * @WM_FILE_TABLE: a table
 * @WM_FILE_FRAMEWORK: a framework, or a table that becomes one
 * @WM_FILE_FRAMEWORK_COPY: a framework on its way out, as itself, a table or a document
 *
 * What the user is asked to pick.
 */
typedef enum
{
  WM_FILE_PROJECT,
  WM_FILE_DATA,
  WM_FILE_IMAGE,
  WM_FILE_TABLE,
  WM_FILE_FRAMEWORK,
  WM_FILE_FRAMEWORK_COPY,
} WmFileKind;

void        wm_file_pick_open         (GtkWidget           *widget,
                                       const char          *title,
                                       WmFileKind           kind,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GFile      *wm_file_pick_open_finish  (GAsyncResult        *result) G_GNUC_WARN_UNUSED_RESULT;
void        wm_file_pick_save         (GtkWidget           *widget,
                                       const char          *title,
                                       WmFileKind           kind,
                                       const char          *name,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GFile      *wm_file_pick_save_finish  (GAsyncResult        *result) G_GNUC_WARN_UNUSED_RESULT;
void        wm_file_pick_folder       (GtkWidget           *widget,
                                       const char          *title,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
char       *wm_file_pick_propose      (const char          *title,
                                       const char          *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
