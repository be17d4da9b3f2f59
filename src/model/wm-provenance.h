/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define WM_TYPE_PROVENANCE (wm_provenance_get_type ())

/**
 * WmProvenance:
 * @id: number of the import in its project; 0 before it is stored
 * @file_name: base name of the file, never its folder
 * @file_size: [bytes]
 * @sha256: digest of the file's bytes, in hexadecimal
 * @kind: identifier of the kind of file, such as "lait"
 * @family: source family: "lait", "ees", "return", "survey" or "local"
 * @dataset: (nullable): name of the data set, where the kind has one
 * @as_at: the day that the file stands for, YYYY-MM-DD
 * @imported_at: when it was imported, ISO 8601 in UTC
 * @mapping: (nullable): choices made for this import, as text
 * @rows_read: data rows in the file
 * @rows_kept: rows that gave an observation (or repeated one)
 * @rows_refused: rows that gave none; the findings say why
 * @n_values: observations with a number
 * @n_missing: observations with a reason
 * @is_undone: whether the import was undone
 *
 * Where observations come from.
 */
typedef struct
{
  gint64 id;
  char *file_name;
  guint64 file_size;
  char *sha256;
  char *kind;
  char *family;
  char *dataset;
  char *as_at;
  char *imported_at;
  char *mapping;
  guint64 rows_read;
  guint64 rows_kept;
  guint64 rows_refused;
  guint64 n_values;
  guint64 n_missing;
  gboolean is_undone;
} WmProvenance;

GType         wm_provenance_get_type (void);

WmProvenance *wm_provenance_new      (void) G_GNUC_WARN_UNUSED_RESULT;
WmProvenance *wm_provenance_copy     (const WmProvenance *self) G_GNUC_WARN_UNUSED_RESULT;
void          wm_provenance_free     (WmProvenance       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmProvenance, wm_provenance_free)

G_END_DECLS
