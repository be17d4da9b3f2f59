/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WM_SETTING_FRAMEWORK:
 *
 * The setting that holds the id of the active framework.
 */
#define WM_SETTING_FRAMEWORK "framework"

/**
 * WmFrameworkEntry:
 * @id: the framework's id, one in a project
 * @title: its title
 * @edition: (nullable): its version, as it says itself
 * @date: (nullable): its date, as it says itself
 * @changed_at: (nullable): when the project's copy last changed, ISO 8601 in UTC; %NULL for the
 *   framework that is made from the data dictionary and was never edited
 * @is_active: whether it is the one that the project works with
 *
 * A framework of a project, without its content.
 */
typedef struct
{
  char *id;
  char *title;
  char *edition;
  char *date;
  char *changed_at;
  gboolean is_active;
} WmFrameworkEntry;

/**
 * WmFrameworkVersion:
 * @id: its number in the project; 0 before it is stored
 * @framework_id: the framework that it is a version of
 * @edition: (nullable): the version that the framework then said it was
 * @note: (nullable): what changed, or why it was kept
 * @kept_at: (nullable): when it was kept, ISO 8601 in UTC; %NULL for now
 *
 * A framework as it was on a day, without its content.
 */
typedef struct
{
  gint64 id;
  char *framework_id;
  char *edition;
  char *note;
  char *kept_at;
} WmFrameworkVersion;

WmFrameworkEntry   *wm_framework_entry_new              (const char               *id,
                                                         const char               *title,
                                                         const char               *edition,
                                                         const char               *date) G_GNUC_WARN_UNUSED_RESULT;
void                wm_framework_entry_free             (WmFrameworkEntry         *self);
WmFrameworkVersion *wm_framework_version_new            (const char               *framework_id,
                                                         const char               *edition,
                                                         const char               *note) G_GNUC_WARN_UNUSED_RESULT;
void                wm_framework_version_free           (WmFrameworkVersion       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkEntry, wm_framework_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkVersion, wm_framework_version_free)

GPtrArray          *wm_store_list_frameworks            (WmStore                  *self,
                                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            wm_store_has_framework              (WmStore                  *self,
                                                         const char               *id,
                                                         gboolean                 *has,
                                                         GError                  **error);
GBytes             *wm_store_get_framework              (WmStore                  *self,
                                                         const char               *id,
                                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            wm_store_add_framework              (WmStore                  *self,
                                                         const WmFrameworkEntry   *entry,
                                                         GBytes                   *document,
                                                         GError                  **error);
gboolean            wm_store_put_framework              (WmStore                  *self,
                                                         const WmFrameworkEntry   *entry,
                                                         GBytes                   *document,
                                                         GError                  **error);
gboolean            wm_store_remove_framework           (WmStore                  *self,
                                                         const char               *id,
                                                         GError                  **error);
gboolean            wm_store_restore_framework          (WmStore                  *self,
                                                         const char               *id,
                                                         GError                  **error);

GPtrArray          *wm_store_list_framework_versions    (WmStore                  *self,
                                                         const char               *framework_id,
                                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes             *wm_store_get_framework_version      (WmStore                  *self,
                                                         gint64                    version_id,
                                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            wm_store_keep_framework_version     (WmStore                  *self,
                                                         WmFrameworkVersion       *version,
                                                         GBytes                   *document,
                                                         GError                  **error);
gboolean            wm_store_remove_framework_version   (WmStore                  *self,
                                                         gint64                    version_id,
                                                         GError                  **error);

G_END_DECLS
