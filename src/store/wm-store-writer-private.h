/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-live-private.h"
#include "wm-store-private.h"
#include "wm-store-sql-private.h"
#include "wm-store-writer.h"

G_BEGIN_DECLS

/* Rows go in by the batch: most of the cost of a statement is in starting and ending it. */
#define WM_WRITER_BATCH 64

struct _WmStoreWriter
{
  WmStore *store;
  gint64 import_id;
  gboolean is_open;         /* the transaction is under way */
  gboolean lacks_index;     /* the area index was dropped and must be built again */
  WmStatement *add;         /* a whole batch */
  WmObservationRow batch[WM_WRITER_BATCH];
  guint n_batch;
  GHashTable *indicators;   /* code -> id */
  GHashTable *areas;        /* code -> id */
  GHashTable *labels;       /* text -> id */
  GHashTable *series;       /* "indicator breakdown" -> id */
  GHashTable *counts;       /* id of a series -> WmLiveCount */
  guint32 counted_series;   /* the series of the row before, */
  WmLiveCount *count;       /* and its count, borrowed */
  GPtrArray *findings;
  gboolean has_failed;      /* a row was lost: nothing may be committed */
  guint64 n_values;
  guint64 n_missing;
  guint64 checksum;
};

G_END_DECLS
