/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-export.h"
#include "wm-job.h"
#include "wm-project.h"

G_BEGIN_DECLS

/**
 * WmBatch:
 * @project: the project; the thread opens a sibling of it
 * @set_name: (nullable): a set of the project; %NULL for the starter set
 * @areas: (array zero-terminated=1): items of the group of authorities
 * @with_lines: whether to draw the lines over time
 * @with_dots: whether to draw the sorted dots
 * @format: what to write
 * @from_zero: whether axes start at zero
 * @folder: an existing folder
 *
 * All charts of a set for all authorities of a group.
 */
typedef struct
{
  WmProject *project;
  char *set_name;
  GStrv areas;
  gboolean with_lines;
  gboolean with_dots;
  WmImageFormat format;
  gboolean from_zero;
  char *folder;
} WmBatch;

/**
 * WmBatchResult:
 * @n_saved: charts that were saved
 * @n_skipped: measures that an authority, or the project, has nothing for
 *
 * What came of a batch.
 */
typedef struct
{
  guint n_saved;
  guint n_skipped;
} WmBatchResult;

void      wm_batch_free   (WmBatch       *self);
gpointer  wm_batch_thread (gpointer       data,
                           WmProgress    *progress,
                           GCancellable  *cancellable,
                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
