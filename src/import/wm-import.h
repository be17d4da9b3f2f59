/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area-set.h"
#include "wm-import-kind.h"
#include "wm-progress.h"
#include "wm-provenance.h"
#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmImportOptions:
 * @kind: what the file is; %WM_IMPORT_KIND_AUTO finds out by its content
 * @indicator: (nullable): code of the indicator, for tables that do not carry it
 * @dataset: (nullable): name of the data set of an EES file; the stem of its name when %NULL
 * @as_at: (nullable): the day that the file stands for, YYYY-MM-DD; the file's date when %NULL, but
 *   numbers of children without a column of years need it
 * @list: (nullable): which list a neighbours file is, such as "2025"
 * @areas: the areas that are known
 * @again: import a file that the project has already
 * @allow_older: import a file that stands for an earlier day than one that the project has
 * @dry_run: read and report, change nothing
 *
 * What to import and how. All text is borrowed.
 */
typedef struct
{
  WmImportKind kind;
  const char *indicator;
  const char *dataset;
  const char *as_at;
  const char *list;
  WmAreaSet *areas;
  gboolean again;
  gboolean allow_older;
  gboolean dry_run;
} WmImportOptions;

/**
 * WmRefusedCount:
 * @reason: a stable name, the code of the finding that says more
 * @n_rows: how many rows were refused for it
 */
typedef struct
{
  char *reason;
  guint64 n_rows;
} WmRefusedCount;

#define WM_TYPE_IMPORT_RESULT (wm_import_result_get_type ())

/**
 * WmImportResult:
 * @provenance: the file, and its rows: read = kept + refused
 * @findings: (element-type WmFinding): what the import met
 * @refused: (element-type WmRefusedCount): refused rows by reason; they add up to all refused
 * @n_measures: indicators that the file has
 * @first_label: (nullable): the first period, as printed
 * @last_label: (nullable): the last period, as printed
 * @is_dry_run: nothing was stored
 * @already_imported: the project has this very file; nothing was stored
 *
 * What came of an import. A counted value: never changed once it is shared.
 */
typedef struct
{
  WmProvenance *provenance;
  GPtrArray *findings;
  GArray *refused;
  gsize n_measures;
  char *first_label;
  char *last_label;
  gboolean is_dry_run;
  gboolean already_imported;
} WmImportResult;

/**
 * WmImportPreview:
 * @kind: what the file is
 * @reasons: (array zero-terminated=1): why it is taken for that, in the user's language
 * @header: (array zero-terminated=1): the names of its columns
 * @rows: (element-type GStrv): its first rows
 * @as_at: the day proposed, YYYY-MM-DD
 * @indicator: (nullable): the indicator code that the name of the file proposes
 * @needs_indicator: whether the file does not say which indicator it holds
 * @dataset: (nullable): the name proposed for the data set
 *
 * A first look at a file, before it is imported.
 */
typedef struct
{
  WmImportKind kind;
  GStrv reasons;
  GStrv header;
  GPtrArray *rows;
  char *as_at;
  char *indicator;
  gboolean needs_indicator;
  char *dataset;
} WmImportPreview;

GType            wm_import_result_get_type (void);
WmImportResult  *wm_import_result_ref      (WmImportResult         *self);
void             wm_import_result_unref    (WmImportResult         *self);

WmImportResult  *wm_import_file            (WmStore                *store,
                                            const char             *path,
                                            const WmImportOptions  *options,
                                            WmProgress             *progress,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

WmImportPreview *wm_import_preview         (const char             *path,
                                            GCancellable           *cancellable,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void             wm_import_preview_free    (WmImportPreview        *self);

char            *wm_import_format_code     (const char             *code,
                                            const char             *breakdown) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmImportResult, wm_import_result_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmImportPreview, wm_import_preview_free)

G_END_DECLS
