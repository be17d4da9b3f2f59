/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-coverage.h"

G_BEGIN_DECLS

/**
 * WmFrameworkFile:
 * @WM_FRAMEWORK_FILE_XML: a framework file, whole
 * @WM_FRAMEWORK_FILE_CSV: a table
 * @WM_FRAMEWORK_FILE_XLSX: a table for a spreadsheet program
 * @WM_FRAMEWORK_FILE_HTML: a printable document for a browser
 * @WM_FRAMEWORK_FILE_PDF: a printable document
 *
 * The kinds of file that a framework can be written to.
 */
typedef enum
{
  WM_FRAMEWORK_FILE_XML,
  WM_FRAMEWORK_FILE_CSV,
  WM_FRAMEWORK_FILE_XLSX,
  WM_FRAMEWORK_FILE_HTML,
  WM_FRAMEWORK_FILE_PDF,
} WmFrameworkFile;

gboolean wm_framework_file_from_path (const char       *path,
                                      WmFrameworkFile  *file);
gboolean wm_framework_export         (WmFramework      *framework,
                                      WmCoverage       *coverage,
                                      const char       *path,
                                      GError          **error);

G_END_DECLS
