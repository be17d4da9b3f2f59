/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-finding.h"
#include "wm-indicator.h"
#include "wm-provenance.h"
#include "wm-store-areas.h"

G_BEGIN_DECLS

/**
 * WmStoreWriter:
 *
 * An import on its way into a project: one transaction. Begin, intern, add, and end with
 * [method@StoreWriter.commit]. The writer has the project to itself until then; one that is freed
 * without a commit leaves no trace.
 */
typedef struct _WmStoreWriter WmStoreWriter;

/**
 * WmObservationRow:
 * @series: number of a series, from wm_store_writer_intern_series()
 * @area: number of an area, from wm_store_writer_intern_area()
 * @label: number of a printed period label, from wm_store_writer_intern_label()
 * @period: key of the period, from wm_period_to_key()
 * @value: the value, [unit of the indicator]; NaN where there is none
 * @numerator: NaN where unknown
 * @denominator: NaN where unknown
 * @missing: a [enum@Missing]; %WM_MISSING_NONE exactly when @value is a number
 * @publication: a [enum@Publication]
 *
 * One observation on its way into the project.
 */
typedef struct
{
  guint32 series;
  guint32 area;
  guint32 label;
  gint64 period;
  double value;
  double numerator;
  double denominator;
  guint8 missing;
  guint8 publication;
} WmObservationRow;

WmStoreWriter *wm_store_writer_begin            (WmStore                *store,
                                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

guint32        wm_store_writer_intern_indicator (WmStoreWriter          *self,
                                                 const char             *code,
                                                 const WmIndicator      *defaults,
                                                 GError                **error);
gboolean       wm_store_writer_put_indicator    (WmStoreWriter          *self,
                                                 const WmIndicator      *indicator,
                                                 GError                **error);
guint32        wm_store_writer_intern_series    (WmStoreWriter          *self,
                                                 guint32                 indicator,
                                                 const char             *breakdown,
                                                 GError                **error);
guint32        wm_store_writer_intern_area      (WmStoreWriter          *self,
                                                 const WmArea           *area,
                                                 GError                **error);
gboolean       wm_store_writer_put_area         (WmStoreWriter          *self,
                                                 const WmArea           *area,
                                                 GError                **error);
gboolean       wm_store_writer_put_neighbours   (WmStoreWriter          *self,
                                                 const char             *list,
                                                 const WmNeighbourEntry *entries,
                                                 gsize                   n_entries,
                                                 GError                **error);
gboolean       wm_store_writer_put_population   (WmStoreWriter          *self,
                                                 const char             *area_code,
                                                 int                     year,
                                                 double                  children,
                                                 GError                **error);
guint32        wm_store_writer_intern_label     (WmStoreWriter          *self,
                                                 const char             *label,
                                                 GError                **error);
gboolean       wm_store_writer_add              (WmStoreWriter          *self,
                                                 const WmObservationRow *row,
                                                 GError                **error);
void           wm_store_writer_add_finding      (WmStoreWriter          *self,
                                                 const WmFinding        *finding);
gboolean       wm_store_writer_commit           (WmStoreWriter          *self,
                                                 WmProvenance           *provenance,
                                                 GError                **error);
void           wm_store_writer_free             (WmStoreWriter          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmStoreWriter, wm_store_writer_free)

G_END_DECLS
