/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmSavedClass:
 * @WM_SAVED_ANALYSIS: an analysis
 * @WM_SAVED_CHART: a chart
 *
 * The numbers are stored in project files: never renumber them.
 */
typedef enum
{
  WM_SAVED_ANALYSIS = 0,
  WM_SAVED_CHART = 1,
} WmSavedClass;

/**
 * WmSavedItem:
 * @id: its number in the project; 0 before it is stored
 * @saved_class: analysis or chart
 * @name: its name, one of its class
 * @kind: which analysis or chart, such as "did" or "timeseries"
 * @definition: what it consists of, as JSON
 * @created_at: (nullable): when it was saved, ISO 8601 in UTC; %NULL for now
 * @result: (nullable): what an analysis gave on that day, as JSON
 * @words: (nullable): the same in words
 * @dictionary: (nullable): the measure as the data dictionary then defined it, as the text of a
 *   framework
 * @framework: (nullable): the measure as the active framework then defined it, as the text of a
 *   framework
 *
 * An analysis or chart that was kept.
 */
typedef struct
{
  gint64 id;
  WmSavedClass saved_class;
  char *name;
  char *kind;
  char *definition;
  char *created_at;
  char *result;
  char *words;
  char *dictionary;
  char *framework;
} WmSavedItem;

WmSavedItem *wm_saved_item_new     (WmSavedClass        saved_class,
                                    const char         *name,
                                    const char         *kind,
                                    const char         *definition) G_GNUC_WARN_UNUSED_RESULT;
WmSavedItem *wm_saved_item_copy    (const WmSavedItem  *self) G_GNUC_WARN_UNUSED_RESULT;
void         wm_saved_item_free    (WmSavedItem        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmSavedItem, wm_saved_item_free)

GPtrArray   *wm_store_list_saved   (WmStore            *self,
                                    WmSavedClass        saved_class,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;
WmSavedItem *wm_store_get_saved    (WmStore            *self,
                                    gint64              id,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     wm_store_put_saved    (WmStore            *self,
                                    WmSavedItem        *item,
                                    GError            **error);
gboolean     wm_store_remove_saved (WmStore            *self,
                                    gint64              id,
                                    GError            **error);

G_END_DECLS
