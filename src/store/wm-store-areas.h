/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area-set.h"
#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmNeighbourEntry:
 * @area_code: code of the area whose neighbour it is
 * @neighbour_code: code of the neighbour
 * @closeness: (nullable): how close, as the source prints it
 *
 * One neighbour; those of one area follow each other, the closest first.
 */
typedef struct
{
  const char *area_code;
  const char *neighbour_code;
  const char *closeness;
} WmNeighbourEntry;

WmAreaSet *wm_store_load_areas           (WmStore    *self,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
WmAreaSet *wm_store_load_listed_areas    (WmStore    *self,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   wm_store_load_neighbours      (WmStore    *self,
                                          WmAreaSet  *areas,
                                          GError    **error);
GPtrArray *wm_store_list_neighbour_lists (WmStore    *self,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
