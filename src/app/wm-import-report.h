/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-provenance.h"
#include "wm-table.h"
#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_IMPORT_REPORT (wm_import_report_get_type ())
G_DECLARE_FINAL_TYPE (WmImportReport, wm_import_report, WM, IMPORT_REPORT, AdwBin)

void       wm_import_report_show  (WmImportReport     *self,
                                   WmWorkspace        *workspace,
                                   const WmProvenance *provenance,
                                   const GPtrArray    *findings);

WmTable   *wm_findings_make_table (const GPtrArray    *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
