/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-progress.h"

G_BEGIN_DECLS

/**
 * WmJobFunc:
 * @data: what the work needs; only read
 * @progress: how far it has come
 * @cancellable: cancelled when the user takes it back
 * @error: return location for an error
 *
 * Work for a thread of its own. It touches no widget and no connection to a project but its own.
 *
 * Returns: (transfer full) (nullable): the result; %NULL on error
 */
typedef gpointer (*WmJobFunc) (gpointer       data,
                               WmProgress    *progress,
                               GCancellable  *cancellable,
                               GError       **error);

#define WM_TYPE_JOB (wm_job_get_type ())
G_DECLARE_FINAL_TYPE (WmJob, wm_job, WM, JOB, GObject)

WmJob        *wm_job_new             (const char          *title,
                                      WmJobFunc            func,
                                      gpointer             data,
                                      GDestroyNotify       data_free,
                                      GDestroyNotify       result_free) G_GNUC_WARN_UNUSED_RESULT;
void          wm_job_run             (WmJob               *self,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gpointer      wm_job_finish          (GAsyncResult        *result,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void          wm_job_cancel          (WmJob               *self);
const char   *wm_job_get_title       (WmJob               *self);
WmProgress   *wm_job_get_progress    (WmJob               *self);

G_END_DECLS
