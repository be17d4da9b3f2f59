/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WmSeverity:
 * @WM_SEVERITY_NOTE: worth knowing; nothing is lost
 * @WM_SEVERITY_WARNING: something was left out or changed
 * @WM_SEVERITY_ERROR: the import cannot go on
 */
typedef enum
{
  WM_SEVERITY_NOTE = 0,
  WM_SEVERITY_WARNING = 1,
  WM_SEVERITY_ERROR = 2,
} WmSeverity;

#define WM_TYPE_FINDING (wm_finding_get_type ())

/**
 * WmFinding:
 * @severity: how serious it is
 * @code: a stable name for tests and exports, such as "unknown-area"
 * @message: what was found and what was done, in the user's language
 * @value: (nullable): the text complained of; never anything from a child's record
 * @first_line: line (or sheet row) of the first case, counted from 1; 0 for the whole file
 * @last_line: line of the last case
 * @n_rows: number of rows that it concerns
 *
 * Something that an import met. Cases of one kind and value are one finding with a count.
 */
typedef struct
{
  WmSeverity severity;
  char *code;
  char *message;
  char *value;
  guint64 first_line;
  guint64 last_line;
  guint64 n_rows;
} WmFinding;

GType       wm_finding_get_type      (void);

WmFinding  *wm_finding_new           (WmSeverity       severity,
                                      const char      *code,
                                      const char      *message,
                                      const char      *value) G_GNUC_WARN_UNUSED_RESULT;
WmFinding  *wm_finding_copy          (const WmFinding *self) G_GNUC_WARN_UNUSED_RESULT;
void        wm_finding_free          (WmFinding       *self);
void        wm_finding_add_line      (WmFinding       *self,
                                      guint64          line);
const char *wm_severity_to_id        (WmSeverity       severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFinding, wm_finding_free)

G_END_DECLS
