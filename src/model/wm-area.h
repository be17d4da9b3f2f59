/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WmAreaKind:
 * @WM_AREA_AUTHORITY: a local authority
 * @WM_AREA_REGION: a region
 * @WM_AREA_COUNTRY: England
 *
 * The numbers are stored in project files: never renumber them.
 */
typedef enum
{
  WM_AREA_AUTHORITY = 0,
  WM_AREA_REGION = 1,
  WM_AREA_COUNTRY = 2,
} WmAreaKind;

#define WM_TYPE_AREA (wm_area_get_type ())

/**
 * WmArea:
 * @code: the three-digit code; 970-990 for England and the regions
 * @ons_code: (nullable): the latest nine-character code
 * @name: the name to show
 * @kind: authority, region or country
 * @region_code: (nullable): code of the region that an authority lies in; for Inner and Outer
 *   London the code of London
 * @first_year: first statistical year (ending 31 March) of the area; 0 when it has no known start
 * @last_year: last statistical year; 0 while the area exists
 * @aliases: (array zero-terminated=1): other names and codes that mean this area
 * @predecessors: (array zero-terminated=1): codes of the areas it was made from
 * @successors: (array zero-terminated=1): codes of the areas that followed it
 * @joint_code: (nullable): code of the authority with which it reports the same figures
 * @is_small: whether it stays out of places and spreads (City of London, Isles of Scilly)
 * @is_listed: whether the built-in list (or the sample's) knows it; else a file brought it
 *
 * An area that figures are published for. A counted value: never changed once it is shared.
 */
typedef struct
{
  char *code;
  char *ons_code;
  char *name;
  WmAreaKind kind;
  char *region_code;
  int first_year;
  int last_year;
  GStrv aliases;
  GStrv predecessors;
  GStrv successors;
  char *joint_code;
  gboolean is_small;
  gboolean is_listed;
} WmArea;

GType    wm_area_get_type   (void);

WmArea  *wm_area_new        (const char *code,
                             const char *name,
                             WmAreaKind  kind) G_GNUC_WARN_UNUSED_RESULT;
WmArea  *wm_area_ref        (WmArea     *self);
void     wm_area_unref      (WmArea     *self);

gboolean wm_area_is_current (const WmArea *self);
gboolean wm_area_exists_in  (const WmArea *self,
                             int           year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmArea, wm_area_unref)

G_END_DECLS
