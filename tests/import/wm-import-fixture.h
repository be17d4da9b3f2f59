/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-finding.h"
#include "wm-import.h"
#include "wm-status.h"

G_BEGIN_DECLS

#define WM_FIXTURE_LAIT "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"

/* An empty project; @options are those of the next import. */
typedef struct
{
  char *folder;
  char *file;
  WmStore *store;
  WmImportOptions options;
} WmImportFixture;

void             wm_fixture_set_up        (WmImportFixture       *f,
                                           gconstpointer          data);
void             wm_fixture_tear_down     (WmImportFixture       *f,
                                           gconstpointer          data);
WmImportResult  *wm_fixture_import_text   (WmImportFixture       *f,
                                           const char            *text,
                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmImportResult  *wm_fixture_import_good   (WmImportFixture       *f,
                                           const char            *text) G_GNUC_WARN_UNUSED_RESULT;
const WmFinding *wm_fixture_get_finding   (const WmImportResult  *result,
                                           const char            *code);
guint            wm_fixture_count_imports (WmStore               *store);
void             wm_fixture_assert_cell   (WmImportFixture       *f,
                                           const char            *code,
                                           const char            *breakdown,
                                           const char            *family,
                                           const char            *area,
                                           int                    year,
                                           double                 value,
                                           WmMissing              missing);

G_END_DECLS
