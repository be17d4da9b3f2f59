/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area.h"

G_BEGIN_DECLS

/**
 * WmNeighbours:
 * @list: which list, such as "2025" or "2021"
 * @codes: (array zero-terminated=1): codes of the neighbours, nearest first
 * @closeness: (array zero-terminated=1): how close each is, in the words of the list
 *
 * The statistical neighbours of one authority by one list. Lists are directed.
 */
typedef struct
{
  char *list;
  GStrv codes;
  GStrv closeness;
} WmNeighbours;

#define WM_TYPE_AREA_SET (wm_area_set_get_type ())
typedef struct _WmAreaSet WmAreaSet;

GType               wm_area_set_get_type       (void);

WmAreaSet          *wm_area_set_new            (void) G_GNUC_WARN_UNUSED_RESULT;
WmAreaSet          *wm_area_set_ref            (WmAreaSet       *self);
void                wm_area_set_unref          (WmAreaSet       *self);

void                wm_area_set_add            (WmAreaSet       *self,
                                                WmArea          *area);
void                wm_area_set_add_neighbours (WmAreaSet       *self,
                                                const char      *code,
                                                const char      *list,
                                                const char *const *codes,
                                                const char *const *closeness);

gsize               wm_area_set_get_n_areas    (const WmAreaSet *self);
WmArea             *wm_area_set_get_area       (const WmAreaSet *self,
                                                gsize            i);
WmArea             *wm_area_set_find_code      (const WmAreaSet *self,
                                                const char      *code);
WmArea             *wm_area_set_find_name      (const WmAreaSet *self,
                                                const char      *name,
                                                GPtrArray      **candidates);
GPtrArray          *wm_area_set_get_members    (const WmAreaSet *self,
                                                const char      *region_code,
                                                int              year) G_GNUC_WARN_UNUSED_RESULT;
const WmNeighbours *wm_area_set_get_neighbours (const WmAreaSet *self,
                                                const char      *code,
                                                const char      *list);
WmArea             *wm_area_set_get_country    (const WmAreaSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmAreaSet, wm_area_set_unref)

G_END_DECLS
