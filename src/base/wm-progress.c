/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How far long work has come: told from any thread, heard on the main loop, cancelled by anyone. */

#include "config.h"

#include "wm-progress.h"

#include "wm-text.h"

#define NOTIFY_INTERVAL_MS 100

struct _WmProgress
{
  GObject parent_instance;

  GMutex mutex;
  double fraction;
  char *message;
  guint notify_source;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmProgress, wm_progress, G_TYPE_OBJECT)

static void
wm_progress_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmProgress *self = WM_PROGRESS (object);

  switch (property_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, wm_progress_get_fraction (self));
      break;
    case PROP_MESSAGE:
      g_value_take_string (value, wm_progress_dup_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_progress_finalize (GObject *object)
{
  WmProgress *self = WM_PROGRESS (object);

  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->message, g_free);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (wm_progress_parent_class)->finalize (object);
}

static void
wm_progress_class_init (WmProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wm_progress_get_property;
  object_class->finalize = wm_progress_finalize;
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wm_progress_init (WmProgress *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
}

static gboolean
notify_cb (gpointer user_data)
{
  WmProgress *self = user_data;

  g_mutex_lock (&self->mutex);
  self->notify_source = 0;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  return G_SOURCE_REMOVE;
}

/**
 * wm_progress_new:
 *
 * Makes a progress of nothing done, with a cancellable of its own.
 *
 * Returns: (transfer full): the progress
 */
WmProgress *
wm_progress_new (void)
{
  return g_object_new (WM_TYPE_PROGRESS, NULL);
}

/**
 * wm_progress_report:
 * @self: (nullable): a progress; nothing happens without one
 * @fraction: how much is done, 0 to 1
 * @message: (nullable): what is being done, in the user's language; %NULL keeps the last one
 *
 * Tells how far the work has come. Any thread may call it; a burst of calls becomes one
 * notification a tenth of a second later on the main loop.
 */
void
wm_progress_report (WmProgress *self, double fraction, const char *message)
{
  if (self == NULL)
    return;
  g_return_if_fail (WM_IS_PROGRESS (self));

  g_mutex_lock (&self->mutex);
  self->fraction = CLAMP (fraction, 0, 1);
  if (message != NULL)
    wm_set_str (&self->message, message);
  if (self->notify_source == 0)
    self->notify_source = g_timeout_add_full (G_PRIORITY_DEFAULT, NOTIFY_INTERVAL_MS, notify_cb,
                                              g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->mutex);
}

/**
 * wm_progress_get_fraction:
 * @self: a progress
 *
 * Gets how much is done, 0 to 1. Any thread may call it.
 *
 * Returns: the fraction
 */
double
wm_progress_get_fraction (WmProgress *self)
{
  double fraction;

  g_return_val_if_fail (WM_IS_PROGRESS (self), 0);

  g_mutex_lock (&self->mutex);
  fraction = self->fraction;
  g_mutex_unlock (&self->mutex);
  return fraction;
}

/**
 * wm_progress_dup_message:
 * @self: a progress
 *
 * Gets what is being done. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): the message
 */
char *
wm_progress_dup_message (WmProgress *self)
{
  char *message;

  g_return_val_if_fail (WM_IS_PROGRESS (self), NULL);

  g_mutex_lock (&self->mutex);
  message = g_strdup (self->message);
  g_mutex_unlock (&self->mutex);
  return message;
}

/**
 * wm_progress_get_cancellable:
 * @self: a progress
 *
 * Gets the cancellable that stops the work.
 *
 * Returns: (transfer none): the cancellable
 */
GCancellable *
wm_progress_get_cancellable (WmProgress *self)
{
  g_return_val_if_fail (WM_IS_PROGRESS (self), NULL);

  return self->cancellable;
}
