/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-cli.h"
#include "wm-framework.h"

G_BEGIN_DECLS

/* What the verbs of "framework" have between them. */
typedef struct
{
  char *output;
  char *framework;
  char *by;
  char *as;
  char *note;
  char *title;
  char *sheet;
  GStrv columns;
  gboolean replace;
  gboolean gaps;
  gboolean matrix;
  gboolean groupings;
  gboolean burden;
  gboolean none;
  WmCliFormat format;
} WmCliFrameworkOptions;

WmTable    *wm_cli_framework_make_list (gboolean                     of_project) G_GNUC_WARN_UNUSED_RESULT;
void        wm_cli_framework_add_row   (WmTable                     *table,
                                        WmFramework                 *framework);
void        wm_cli_framework_print_findings (const GPtrArray        *findings,
                                        WmCliFormat                  format);

WmFramework *wm_cli_framework_read_sheet (const char                 *path,
                                        const WmCliFrameworkOptions *options,
                                        GPtrArray                   *findings,
                                        GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    wm_cli_framework_is_sheet  (const char                  *path);

WmCliStatus wm_cli_framework_show      (GStrv                        names,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_list      (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_import    (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_coverage  (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_active    (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_remove    (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_restore   (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_keep      (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);
WmCliStatus wm_cli_framework_versions  (WmProject                   *project,
                                        GStrv                        words,
                                        const WmCliFrameworkOptions *options);

G_END_DECLS
