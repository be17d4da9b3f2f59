/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the pages of the window have in common: they look at one workspace, and they look again when
 * it has changed, but not before somebody sees them. */

#include "config.h"

#include "wm-page.h"

typedef struct
{
  WmWorkspace *workspace;
  gboolean is_stale;
  guint refresh_source; /* 0 when none is queued */
} WmPagePrivate;

enum
{
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WmPage, wm_page, ADW_TYPE_BIN)

static gboolean
refresh_cb (gpointer user_data)
{
  WmPage *self = user_data;
  WmPagePrivate *priv = wm_page_get_instance_private (self);

  priv->refresh_source = 0;
  if (!priv->is_stale || priv->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  priv->is_stale = FALSE;
  WM_PAGE_GET_CLASS (self)->refresh (self);
  return G_SOURCE_REMOVE;
}

/* Several reasons to look again become one look, still before the next frame is painted. */
static void
refresh_if_seen (WmPage *self)
{
  WmPagePrivate *priv = wm_page_get_instance_private (self);

  if (priv->is_stale && priv->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
set_workspace (WmPage *self, WmWorkspace *workspace)
{
  WmPagePrivate *priv = wm_page_get_instance_private (self);

  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_func (priv->workspace, wm_page_queue_refresh, self);
  if (!g_set_object (&priv->workspace, workspace))
    return;
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "changed", G_CALLBACK (wm_page_queue_refresh), self,
                               G_CONNECT_SWAPPED);
      wm_page_queue_refresh (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
wm_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wm_page_parent_class)->map (widget);
  refresh_if_seen (WM_PAGE (widget));
}

static void
wm_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, wm_page_get_workspace (WM_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WORKSPACE:
      set_workspace (WM_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_page_dispose (GObject *object)
{
  WmPagePrivate *priv = wm_page_get_instance_private (WM_PAGE (object));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  set_workspace (WM_PAGE (object), NULL);
  G_OBJECT_CLASS (wm_page_parent_class)->dispose (object);
}

static void
wm_page_class_init (WmPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wm_page_get_property;
  object_class->set_property = wm_page_set_property;
  object_class->dispose = wm_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = wm_page_map;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, WM_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wm_page_init (WmPage *self)
{
}

/**
 * wm_page_get_workspace:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the workspace that it looks at
 */
WmWorkspace *
wm_page_get_workspace (WmPage *self)
{
  WmPagePrivate *priv = wm_page_get_instance_private (self);

  g_return_val_if_fail (WM_IS_PAGE (self), NULL);

  return priv->workspace;
}

/**
 * wm_page_queue_refresh:
 * @self: a page
 *
 * Has the page look at the workspace again: before the next frame when it can be seen, else when
 * it is shown.
 */
void
wm_page_queue_refresh (WmPage *self)
{
  WmPagePrivate *priv = wm_page_get_instance_private (self);

  g_return_if_fail (WM_IS_PAGE (self));

  priv->is_stale = TRUE;
  refresh_if_seen (self);
}

/**
 * wm_page_find:
 * @self: a page
 *
 * Puts the focus where the user looks something up on the page, if it has such a place.
 */
void
wm_page_find (WmPage *self)
{
  g_return_if_fail (WM_IS_PAGE (self));

  if (WM_PAGE_GET_CLASS (self)->find != NULL)
    WM_PAGE_GET_CLASS (self)->find (self);
}

/**
 * wm_page_commit:
 * @self: a page
 *
 * Puts what is being typed on the page into the project: something is about to be undone, or the
 * window to be closed.
 */
void
wm_page_commit (WmPage *self)
{
  g_return_if_fail (WM_IS_PAGE (self));

  if (WM_PAGE_GET_CLASS (self)->commit != NULL)
    WM_PAGE_GET_CLASS (self)->commit (self);
}
