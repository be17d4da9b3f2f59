/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmMeasureSet:
 * @name: its name
 * @indicator_codes: (array zero-terminated=1): its measures, in order
 * @themes: (array zero-terminated=1): the heading that each measure stands under; "" for none
 *
 * A set of measures that a person made. Both lists have the same length.
 */
typedef struct
{
  char *name;
  GStrv indicator_codes;
  GStrv themes;
} WmMeasureSet;

WmMeasureSet *wm_measure_set_new  (const char          *name,
                                   const char *const   *indicator_codes,
                                   const char *const   *themes) G_GNUC_WARN_UNUSED_RESULT;
void          wm_measure_set_free (WmMeasureSet        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmMeasureSet, wm_measure_set_free)

GPtrArray    *wm_store_list_sets  (WmStore             *self,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
WmMeasureSet *wm_store_get_set    (WmStore             *self,
                                   const char          *name,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      wm_store_add_set    (WmStore             *self,
                                   const WmMeasureSet  *set,
                                   GError             **error);
gboolean      wm_store_change_set (WmStore             *self,
                                   const char          *name,
                                   const WmMeasureSet  *set,
                                   GError             **error);
gboolean      wm_store_remove_set (WmStore             *self,
                                   const char          *name,
                                   GError             **error);

G_END_DECLS
