/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-writer.h"

G_BEGIN_DECLS

/* The series of one measure and breakdown that count. */
#define WM_STORE_LIVE_SERIES \
  " FROM series s JOIN import i ON i.id = s.import_id AND NOT i.is_undone" \
  " JOIN indicator n ON n.id = s.indicator_id JOIN breakdown b ON b.id = s.breakdown_id "

/* The order in which families are proposed. */
#define WM_STORE_FAMILY_ORDER \
  " CASE i.family WHEN 'lait' THEN 0 WHEN 'ees' THEN 1 WHEN 'return' THEN 2" \
  " WHEN 'survey' THEN 3 WHEN 'local' THEN 4 ELSE 5 END "

/* How much of a series counts in the project. */
typedef struct
{
  gint64 n_values;
  gint64 n_missing;
  gint64 last_period; /* the latest with a number */
  gint64 last_label;  /* how that period is printed; 0 where there is no number */
} WmLiveCount;

void     wm_live_count_add        (WmLiveCount    *self,
                                   gboolean        has_number,
                                   gint64          period,
                                   gint64          label);
gboolean wm_store_put_live_count  (WmStore           *self,
                                   gint64             series_id,
                                   const WmLiveCount *count,
                                   GError           **error);
gboolean wm_store_recount_shared  (WmStore        *self,
                                   gint64          import_id,
                                   GError        **error);
gboolean wm_store_recount_import  (WmStore        *self,
                                   gint64          import_id,
                                   GError        **error);

G_END_DECLS
