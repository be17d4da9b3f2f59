/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework into any of the files that it can be written to; the name of the file says which. */

#include "config.h"

#include "wm-framework-file.h"

#include "wm-framework-document.h"
#include "wm-framework-table.h"
#include "wm-framework-write.h"

#include <glib/gi18n-lib.h>

static const char *const endings[] = {
  [WM_FRAMEWORK_FILE_XML] = ".wmframework",
  [WM_FRAMEWORK_FILE_CSV] = ".csv",
  [WM_FRAMEWORK_FILE_XLSX] = ".xlsx",
  [WM_FRAMEWORK_FILE_HTML] = ".html",
  [WM_FRAMEWORK_FILE_PDF] = ".pdf",
};

/**
 * wm_framework_file_from_path:
 * @path: a path
 * @file: (out): the kind of file; untouched when there is none
 *
 * Finds out by its ending which kind of file a path names. Capitals do not matter.
 *
 * Returns: whether a framework can be written to such a file
 */
gboolean
wm_framework_file_from_path (const char *path, WmFrameworkFile *file)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *file = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
save_table (WmFramework *framework, const char *path, GError **error)
{
  g_autoptr (WmTable) table = wm_framework_to_table (framework);

  return wm_table_save (table, path, error);
}

static WmDocument *
make_document (WmFramework *framework, WmCoverage *coverage)
{
  g_autoptr (GHashTable) words = coverage != NULL ? wm_coverage_dup_words (coverage) : NULL;

  return wm_framework_document_new (framework, words);
}

/**
 * wm_framework_export:
 * @framework: a framework
 * @coverage: (nullable): its coverage by a project; documents then say what data there is
 * @path: where to; the ending says which kind of file
 * @error: return location for an error
 *
 * Writes a framework to a file, whole or not at all, replacing a file that may be there: whoever
 * asks has said so.
 *
 * Fails with %G_IO_ERROR_NOT_SUPPORTED where the ending is none of those that
 * [func@framework_file_from_path] knows.
 *
 * Returns: whether it was written
 */
gboolean
wm_framework_export (WmFramework *framework, WmCoverage *coverage, const char *path, GError **error)
{
  g_autoptr (WmDocument) document = NULL;
  WmFrameworkFile file;

  g_return_val_if_fail (framework != NULL && path != NULL, FALSE);

  if (!wm_framework_file_from_path (path, &file))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("A framework cannot be written to “%s”. Use a name that ends in .wmframework, "
                     ".csv, .xlsx, .html or .pdf."), path);
      return FALSE;
    }
  if (file == WM_FRAMEWORK_FILE_XML)
    return wm_framework_save (framework, path, error);
  if (file == WM_FRAMEWORK_FILE_CSV || file == WM_FRAMEWORK_FILE_XLSX)
    return save_table (framework, path, error);
  document = make_document (framework, coverage);
  return file == WM_FRAMEWORK_FILE_HTML ? wm_document_save_html (document, path, error)
                                        : wm_document_save_pdf (document, path, error);
}
