/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What an import met in a file: collected with its place and count, never printed on the way. */

#include "config.h"

#include "wm-finding.h"

G_DEFINE_BOXED_TYPE (WmFinding, wm_finding, wm_finding_copy, wm_finding_free)

/**
 * wm_finding_new:
 * @severity: how serious it is
 * @code: a stable name, such as "unknown-area"
 * @message: what was found and what was done, in the user's language
 * @value: (nullable): the text complained of
 *
 * Makes a finding that concerns no row yet.
 *
 * Returns: (transfer full): the finding
 */
WmFinding *
wm_finding_new (WmSeverity severity, const char *code, const char *message, const char *value)
{
  WmFinding *self;

  g_return_val_if_fail (code != NULL && message != NULL, NULL);

  self = g_new0 (WmFinding, 1);
  self->severity = severity;
  self->code = g_strdup (code);
  self->message = g_strdup (message);
  self->value = g_strdup (value);
  return self;
}

/**
 * wm_finding_copy:
 * @self: a finding
 *
 * Copies a finding.
 *
 * Returns: (transfer full): the copy
 */
WmFinding *
wm_finding_copy (const WmFinding *self)
{
  WmFinding *copy = wm_finding_new (self->severity, self->code, self->message, self->value);

  copy->first_line = self->first_line;
  copy->last_line = self->last_line;
  copy->n_rows = self->n_rows;
  return copy;
}

/**
 * wm_finding_free:
 * @self: (transfer full) (nullable): a finding
 *
 * Frees a finding.
 */
void
wm_finding_free (WmFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->message);
  g_free (self->value);
  g_free (self);
}

/**
 * wm_finding_add_line:
 * @self: a finding
 * @line: line or sheet row of one more case
 *
 * Counts one more case.
 */
void
wm_finding_add_line (WmFinding *self, guint64 line)
{
  g_return_if_fail (self != NULL);

  if (self->first_line == 0)
    self->first_line = line;
  self->last_line = MAX (self->last_line, line);
  self->n_rows++;
}

/**
 * wm_severity_to_id:
 * @severity: how serious something is
 *
 * Gets the word that stands for @severity in exports.
 *
 * Returns: (transfer none): the identifier
 */
const char *
wm_severity_to_id (WmSeverity severity)
{
  return severity == WM_SEVERITY_ERROR ? "error" : severity == WM_SEVERITY_WARNING ? "warning" : "note";
}
