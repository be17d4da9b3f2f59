/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Work that would hold up the window: a blocking function in a thread, with its progress. */

#include "config.h"

#include "wm-job.h"

struct _WmJob
{
  GObject parent_instance;

  char *title;
  WmProgress *progress;
  WmJobFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
};

G_DEFINE_FINAL_TYPE (WmJob, wm_job, G_TYPE_OBJECT)

static void
wm_job_finalize (GObject *object)
{
  WmJob *self = WM_JOB (object);

  if (self->data_free != NULL)
    self->data_free (self->data);
  g_clear_object (&self->progress);
  g_free (self->title);
  G_OBJECT_CLASS (wm_job_parent_class)->finalize (object);
}

static void
wm_job_class_init (WmJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_job_finalize;
}

static void
wm_job_init (WmJob *self)
{
  self->progress = wm_progress_new ();
}

/**
 * wm_job_new:
 * @title: what is done, such as "Importing lait.csv"
 * @func: (scope notified): the work
 * @data: (transfer full) (nullable): what it needs
 * @data_free: (nullable): frees @data
 * @result_free: frees a result that nobody takes
 *
 * Returns: (transfer full): a job that does not run yet
 */
WmJob *
wm_job_new (const char     *title,
            WmJobFunc       func,
            gpointer        data,
            GDestroyNotify  data_free,
            GDestroyNotify  result_free)
{
  WmJob *self = g_object_new (WM_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  self->func = func;
  self->data = data;
  self->data_free = data_free;
  self->result_free = result_free;
  return self;
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WmJob *self = WM_JOB (source);
  GError *error = NULL;
  gpointer result = self->func (self->data, self->progress, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, self->result_free);
}

/**
 * wm_job_run:
 * @self: a job that has not run
 * @callback: (scope async): called on the main loop when it is over
 * @user_data: data for @callback
 *
 * Runs the work in a thread.
 */
void
wm_job_run (WmJob *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WM_IS_JOB (self));

  task = g_task_new (self, wm_progress_get_cancellable (self->progress), callback, user_data);
  g_task_run_in_thread (task, job_thread);
}

/**
 * wm_job_finish:
 * @result: the result that the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the result of the work; %NULL on error
 */
gpointer
wm_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * wm_job_cancel:
 * @self: a job
 *
 * Asks the work to stop.
 */
void
wm_job_cancel (WmJob *self)
{
  g_return_if_fail (WM_IS_JOB (self));

  g_cancellable_cancel (wm_progress_get_cancellable (self->progress));
}

/**
 * wm_job_get_title:
 * @self: a job
 *
 * Returns: what is done
 */
const char *
wm_job_get_title (WmJob *self)
{
  g_return_val_if_fail (WM_IS_JOB (self), NULL);

  return self->title;
}

/**
 * wm_job_get_progress:
 * @self: a job
 *
 * Returns: (transfer none): how far it has come
 */
WmProgress *
wm_job_get_progress (WmJob *self)
{
  g_return_val_if_fail (WM_IS_JOB (self), NULL);

  return self->progress;
}
