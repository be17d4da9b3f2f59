/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-project.h"
#include "wm-table.h"

G_BEGIN_DECLS

/* Exit statuses of the command. */
typedef enum
{
  WM_CLI_DONE = 0,
  WM_CLI_FAILED = 1,
  WM_CLI_USAGE = 2,
} WmCliStatus;

/* How a command prints what it found. */
typedef enum
{
  WM_CLI_TEXT,
  WM_CLI_CSV,
  WM_CLI_JSON,
} WmCliFormat;

/**
 * WmCliCommand:
 * @name: the word on the command line
 * @arguments: what follows it, for the help
 * @summary: what it does, one line, to be translated
 * @run: does it; @arguments begins with the command's name and is freed by the caller
 *
 * One command. Each lives in a file of its own.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  WmCliStatus (*run) (GStrv arguments);
} WmCliCommand;

extern const WmCliCommand wm_cli_analyse;
extern const WmCliCommand wm_cli_areas;
extern const WmCliCommand wm_cli_breaks;
extern const WmCliCommand wm_cli_changes;
extern const WmCliCommand wm_cli_chart;
extern const WmCliCommand wm_cli_comparators;
extern const WmCliCommand wm_cli_copy;
extern const WmCliCommand wm_cli_direction;
extern const WmCliCommand wm_cli_events;
extern const WmCliCommand wm_cli_framework;
extern const WmCliCommand wm_cli_groups;
extern const WmCliCommand wm_cli_import;
extern const WmCliCommand wm_cli_imports;
extern const WmCliCommand wm_cli_indicators;
extern const WmCliCommand wm_cli_new;
extern const WmCliCommand wm_cli_notes;
extern const WmCliCommand wm_cli_observations;
extern const WmCliCommand wm_cli_overview;
extern const WmCliCommand wm_cli_sample;
extern const WmCliCommand wm_cli_saved;
extern const WmCliCommand wm_cli_sets;
extern const WmCliCommand wm_cli_settings;
extern const WmCliCommand wm_cli_undo;

gboolean    wm_cli_parse        (const WmCliCommand *command,
                                 GStrv              *arguments,
                                 GOptionEntry       *entries,
                                 int                 min_arguments,
                                 int                 max_arguments,
                                 WmCliStatus        *status);
gboolean    wm_cli_parse_format (const char         *text,
                                 WmCliFormat        *format,
                                 WmCliStatus        *status);
WmCliStatus wm_cli_misuse       (const char         *format,
                                 ...) G_GNUC_PRINTF (1, 2);
WmCliStatus wm_cli_fail         (const GError       *error);
WmCliStatus wm_cli_fail_as      (const GError       *error,
                                 WmCliFormat         format);
void        wm_cli_print        (const char         *text);
void        wm_cli_print_table  (WmTable            *table,
                                 WmCliFormat         format);
void        wm_cli_say          (const char         *format,
                                 ...) G_GNUC_PRINTF (1, 2);

WmProject  *wm_cli_open         (const char         *path,
                                 gboolean            is_writer,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
