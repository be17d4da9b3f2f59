/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area-set.h"
#include "wm-indicator.h"
#include "wm-panel.h"
#include "wm-store.h"

G_BEGIN_DECLS

#define WM_PROJECT_ERROR (wm_project_error_quark ())

/**
 * WmProjectError:
 * @WM_PROJECT_ERROR_UNKNOWN_AREA: no area of that name
 * @WM_PROJECT_ERROR_AMBIGUOUS_AREA: several areas of that name
 * @WM_PROJECT_ERROR_UNKNOWN_GROUP: no group, region or neighbour list of that name
 * @WM_PROJECT_ERROR_EMPTY_GROUP: the group has no area
 * @WM_PROJECT_ERROR_OVERLAP: an area is in both groups
 * @WM_PROJECT_ERROR_NO_CONTROL: nobody said with whom to compare
 * @WM_PROJECT_ERROR_UNKNOWN_INDICATOR: the project has no such indicator
 * @WM_PROJECT_ERROR_UNKNOWN_PERIOD: the text is no period, or the indicator lacks it
 * @WM_PROJECT_ERROR_NO_DATA: nothing to show
 * @WM_PROJECT_ERROR_BAD_FILE: the table of a file cannot be used
 * @WM_PROJECT_ERROR_DUPLICATE_ROWS: a table has the same area and period twice
 */
typedef enum
{
  WM_PROJECT_ERROR_UNKNOWN_AREA,
  WM_PROJECT_ERROR_AMBIGUOUS_AREA,
  WM_PROJECT_ERROR_UNKNOWN_GROUP,
  WM_PROJECT_ERROR_EMPTY_GROUP,
  WM_PROJECT_ERROR_OVERLAP,
  WM_PROJECT_ERROR_NO_CONTROL,
  WM_PROJECT_ERROR_UNKNOWN_INDICATOR,
  WM_PROJECT_ERROR_UNKNOWN_PERIOD,
  WM_PROJECT_ERROR_NO_DATA,
  WM_PROJECT_ERROR_BAD_FILE,
  WM_PROJECT_ERROR_DUPLICATE_ROWS,
} WmProjectError;

GQuark         wm_project_error_quark       (void);
const char    *wm_project_error_to_code     (const GError *error);

/* Present in the fictional sample. */
#define WM_PROJECT_SETTING_SAMPLE "sample"

typedef struct _WmProject WmProject;

WmProject     *wm_project_create            (const char    *path,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmProject     *wm_project_create_sample     (const char    *path,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmProject     *wm_project_open              (const char    *path,
                                             WmStoreFlags   flags,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmProject     *wm_project_open_sibling      (WmProject     *self,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmProject     *wm_project_ref               (WmProject     *self);
void           wm_project_unref             (WmProject     *self);

WmStore       *wm_project_get_store         (WmProject     *self);
WmAreaSet     *wm_project_get_areas         (WmProject     *self);
gboolean       wm_project_is_sample         (WmProject     *self);
gboolean       wm_project_reload            (WmProject     *self,
                                             GError       **error);

WmArea        *wm_project_get_own_authority (WmProject     *self);
gboolean       wm_project_set_own_authority (WmProject     *self,
                                             const char    *code,
                                             GError       **error);
const char    *wm_project_get_neighbour_list (WmProject    *self);
gboolean       wm_project_set_neighbour_list (WmProject    *self,
                                             const char    *list,
                                             GError       **error);

WmArea        *wm_project_find_area         (WmProject     *self,
                                             const char    *text,
                                             GError       **error);
WmIndicator   *wm_project_find_indicator    (WmProject     *self,
                                             const char    *text,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmPanel       *wm_project_load_panel        (WmProject     *self,
                                             const char    *indicator_code,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *wm_project_load_observations (WmProject     *self,
                                             const char    *indicator_code,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
char          *wm_project_split_code        (const char    *text,
                                             char         **breakdown) G_GNUC_WARN_UNUSED_RESULT;
char          *wm_project_dup_source_line   (WmProject     *self,
                                             const char    *indicator_code) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmProject, wm_project_unref)

G_END_DECLS
