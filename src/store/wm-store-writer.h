/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area.h"
#include "wm-finding.h"
#include "wm-indicator.h"
#include "wm-provenance.h"
#include "wm-store.h"

G_BEGIN_DECLS

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

/* An import is one transaction: begin, intern, add, finish with commit or abort. The writer has
 * the store to itself until then. A writer that is freed without a commit leaves no trace. */
WmStoreWriter *wm_store_writer_begin            (WmStore                *store,
                                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* Finds or adds an indicator by code. @defaults, when given, fills in what the project does not
 * know yet; it never overwrites what a dictionary import or the user has set. 0 on error. */
guint32        wm_store_writer_intern_indicator (WmStoreWriter          *self,
                                                 const char             *code,
                                                 const WmIndicator      *defaults,
                                                 GError                **error);
/* Replaces what the project knows of an indicator (a data dictionary); keeps the user's own direction. */
gboolean       wm_store_writer_put_indicator    (WmStoreWriter          *self,
                                                 const WmIndicator      *indicator,
                                                 GError                **error);
/* One indicator and breakdown (canonical text such as "sex=female;age=16-17"; "" for the total) in this import. */
guint32        wm_store_writer_intern_series    (WmStoreWriter          *self,
                                                 guint32                 indicator,
                                                 const char             *breakdown,
                                                 GError                **error);
guint32        wm_store_writer_intern_area      (WmStoreWriter          *self,
                                                 const WmArea           *area,
                                                 GError                **error);
guint32        wm_store_writer_intern_label     (WmStoreWriter          *self,
                                                 const char             *label,
                                                 GError                **error);
/* Fastest in ascending order of (series, period, area); any order is right. The key must be new in this import. */
gboolean       wm_store_writer_add              (WmStoreWriter          *self,
                                                 const WmObservationRow *row,
                                                 GError                **error);
void           wm_store_writer_add_finding      (WmStoreWriter          *self,
                                                 const WmFinding        *finding);
/* Stores provenance and findings, sets provenance->id, builds what indices are missing, commits. */
gboolean       wm_store_writer_commit           (WmStoreWriter          *self,
                                                 WmProvenance           *provenance,
                                                 GError                **error);
void           wm_store_writer_free             (WmStoreWriter          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmStoreWriter, wm_store_writer_free)

G_END_DECLS
