/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-import.h"

#include "wm-finding.h"
#include "wm-store-areas.h"
#include "wm-indicator.h"
#include "wm-table-reader.h"

G_BEGIN_DECLS

/**
 * WmImportHead:
 * @kind: what the file is
 * @reasons: (element-type utf8): why it is taken for that
 * @header: the trimmed names of the columns
 * @header_line: line of the heading
 * @sheet: number of the sheet of a workbook
 * @rows: (element-type GStrv): first rows behind the heading
 *
 * What the recogniser found.
 */
typedef struct
{
  WmImportKind kind;
  GPtrArray *reasons;
  GStrv header;
  guint64 header_line;
  gsize sheet;
  GPtrArray *rows;
} WmImportHead;

WmImportHead  *wm_import_recognise         (const char    *path,
                                            WmImportKind   wanted,
                                            GCancellable  *cancellable,
                                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           wm_import_head_free         (WmImportHead  *self);
int            wm_import_head_find         (const WmImportHead *self,
                                            const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmImportHead, wm_import_head_free)

/**
 * WmImportRow:
 * @period: key of the period
 * @value: NaN where there is none
 * @line: where it stands in the file
 * @series: number of the series in the batch
 * @area: number of the area in the batch
 * @label: number of the label in the batch
 * @missing: a [enum@Missing]
 * @publication: a [enum@Publication]
 * @is_dropped: whether it repeats or contradicts another
 *
 * An observation before it is stored.
 */
typedef struct
{
  gint64 period;
  double value;
  guint32 line;
  guint32 series;
  guint16 area;
  guint16 label;
  guint8 missing;
  guint8 publication;
  guint8 is_dropped;
} WmImportRow;

typedef struct
{
  guint32 indicator;
  char *breakdown;
} WmImportSeries;

typedef struct
{
  char *text;
  gint64 period;
  guint8 publication;
} WmImportLabel;

/* Children aged 0-17 of an area in the middle of a calendar year. */
typedef struct
{
  guint32 area;
  int year;
  double children;
} WmImportPopulation;

#define WM_IMPORT_NONE G_MAXUINT32

/**
 * WmImportBatch:
 *
 * All that a file holds, collected before anything is stored. Numbers of indicators, series,
 * areas and labels are places in the arrays.
 */
typedef struct
{
  const char *path;
  const WmImportOptions *options;
  const WmImportHead *head;
  WmProgress *progress;
  GCancellable *cancellable;

  GPtrArray *indicators;   /* WmIndicator: its code and what the file or the tables say */
  GHashTable *by_code;     /* code -> number + 1 */
  GArray *series;          /* WmImportSeries */
  GHashTable *by_series;   /* "number breakdown" -> number + 1 */
  GPtrArray *areas;        /* WmArea */
  GHashTable *by_area;     /* "code|name" as printed -> number + 1 */
  GArray *labels;          /* WmImportLabel */
  GHashTable *by_label;    /* label as printed -> number + 1 */
  GArray *rows;            /* WmImportRow */

  GPtrArray *dictionary;   /* WmIndicator that the file describes */
  GPtrArray *listed_areas; /* WmArea that the file lists */
  GArray *neighbours;      /* WmNeighbourEntry, its text in chunk */
  char *neighbour_list;
  GStringChunk *chunk;
  GArray *populations;     /* WmImportPopulation */
  gboolean holds_population; /* its observations are numbers of children aged 0-17 */

  GPtrArray *findings;
  GHashTable *by_finding;  /* "code value" -> WmFinding, borrowed */
  GHashTable *n_by_code;   /* code -> different values */
  GArray *refused;         /* WmRefusedCount */
  guint64 rows_read;
  guint64 rows_refused;
} WmImportBatch;

/* What one data row says, put into what @data is: the state of a reader. */
typedef void (*WmImportReadRow) (gpointer       data,
                                 WmTableReader *reader,
                                 const WmRow   *row);

WmImportBatch *wm_import_batch_new              (const char            *path,
                                                 const WmImportOptions *options,
                                                 const WmImportHead    *head,
                                                 WmProgress            *progress) G_GNUC_WARN_UNUSED_RESULT;
void           wm_import_batch_free             (WmImportBatch         *self);

WmTableReader *wm_import_batch_open             (WmImportBatch         *self,
                                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       wm_import_batch_read_rows        (WmImportBatch         *self,
                                                 WmImportReadRow        read_row,
                                                 gpointer               data,
                                                 GError               **error);
void           wm_import_batch_report           (WmImportBatch         *self,
                                                 WmSeverity             severity,
                                                 const char            *code,
                                                 const char            *message,
                                                 const char            *value,
                                                 guint64                line);
void           wm_import_batch_refuse           (WmImportBatch         *self,
                                                 const char            *code,
                                                 const char            *message,
                                                 const char            *value,
                                                 guint64                line);
guint32        wm_import_batch_intern_indicator (WmImportBatch         *self,
                                                 const char            *code,
                                                 const WmIndicator     *known);
guint32        wm_import_batch_intern_series    (WmImportBatch         *self,
                                                 guint32                indicator,
                                                 const char            *breakdown);
guint32        wm_import_batch_intern_label     (WmImportBatch         *self,
                                                 const char            *text,
                                                 guint64                line);
guint32        wm_import_batch_intern_area      (WmImportBatch         *self,
                                                 const char            *code,
                                                 const char            *name,
                                                 const char            *region,
                                                 guint64                line);
void           wm_import_batch_add              (WmImportBatch         *self,
                                                 guint32                series,
                                                 guint32                area,
                                                 guint32                label,
                                                 double                 value,
                                                 WmMissing              missing,
                                                 guint64                line);
void           wm_import_batch_settle_repeats   (WmImportBatch         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmImportBatch, wm_import_batch_free)

WmImportResult *wm_import_result_new  (void) G_GNUC_WARN_UNUSED_RESULT;
WmImportResult *wm_import_result_make (const WmImportBatch *batch,
                                       GFileInfo           *info) G_GNUC_WARN_UNUSED_RESULT;

/* One for each kind of file. */
gboolean wm_import_read_lait       (WmImportBatch *batch, GError **error);
gboolean wm_import_read_download   (WmImportBatch *batch, GError **error);
gboolean wm_import_read_dictionary (WmImportBatch *batch, GError **error);
gboolean wm_import_read_ees        (WmImportBatch *batch, GError **error);
gboolean wm_import_read_neighbours (WmImportBatch *batch, GError **error);
gboolean wm_import_read_areas      (WmImportBatch *batch, GError **error);
gboolean wm_import_read_population (WmImportBatch *batch, GError **error);

char    *wm_import_dup_xml_root    (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
gboolean wm_import_is_population   (char **header, gboolean is_wanted);

G_END_DECLS
