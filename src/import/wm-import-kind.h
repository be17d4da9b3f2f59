/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WM_IMPORT_ERROR:
 *
 * The domain of errors of an import.
 */
#define WM_IMPORT_ERROR (wm_import_error_quark ())

/**
 * WmImportError:
 * @WM_IMPORT_ERROR_UNKNOWN_KIND: the file is nothing that can be imported
 * @WM_IMPORT_ERROR_CHILD_LEVEL: a return with a row for each child, which this version does not read
 * @WM_IMPORT_ERROR_EMPTY: the file has nothing to import
 * @WM_IMPORT_ERROR_NEEDS_INDICATOR: the file does not say which indicator it holds
 * @WM_IMPORT_ERROR_NEEDS_DAY: neither the file nor the options say which year it stands for
 * @WM_IMPORT_ERROR_OLDER: the project has a newer file of this kind
 * @WM_IMPORT_ERROR_DAMAGED: the content contradicts itself
 */
typedef enum
{
  WM_IMPORT_ERROR_UNKNOWN_KIND,
  WM_IMPORT_ERROR_CHILD_LEVEL,
  WM_IMPORT_ERROR_EMPTY,
  WM_IMPORT_ERROR_NEEDS_INDICATOR,
  WM_IMPORT_ERROR_NEEDS_DAY,
  WM_IMPORT_ERROR_OLDER,
  WM_IMPORT_ERROR_DAMAGED,
} WmImportError;

/**
 * WmImportKind:
 * @WM_IMPORT_KIND_AUTO: found out by content
 * @WM_IMPORT_KIND_LAIT: LAIT's bulk long table
 * @WM_IMPORT_KIND_LAIT_DOWNLOAD: a table downloaded from the LAIT application
 * @WM_IMPORT_KIND_LAIT_DICTIONARY: LAIT's data dictionary
 * @WM_IMPORT_KIND_EES: a tidy table of "explore education statistics"
 * @WM_IMPORT_KIND_NEIGHBOURS: a list of statistical neighbours
 * @WM_IMPORT_KIND_AREAS: a list of areas in this program's form
 * @WM_IMPORT_KIND_POPULATION: numbers of children by area, in a form of the user's own
 */
typedef enum
{
  WM_IMPORT_KIND_AUTO,
  WM_IMPORT_KIND_LAIT,
  WM_IMPORT_KIND_LAIT_DOWNLOAD,
  WM_IMPORT_KIND_LAIT_DICTIONARY,
  WM_IMPORT_KIND_EES,
  WM_IMPORT_KIND_NEIGHBOURS,
  WM_IMPORT_KIND_AREAS,
  WM_IMPORT_KIND_POPULATION,
} WmImportKind;

GQuark      wm_import_error_quark    (void);

const char *wm_import_kind_to_id     (WmImportKind  kind);
gboolean    wm_import_kind_from_id   (const char   *id,
                                      WmImportKind *kind);
const char *wm_import_kind_get_words (WmImportKind  kind);

G_END_DECLS
