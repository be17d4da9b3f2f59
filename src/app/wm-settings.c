/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The user's choices that belong to no project. They are kept by GSettings where the schema is
 * installed; a program that runs from its build folder without one works with the defaults. */

#include "config.h"

#include "wm-settings.h"

#include "wm-text.h"

struct _WmSettings
{
  GObject parent_instance;

  GSettings *store; /* owned; NULL without a schema */
  char *default_authority;
  gboolean match_dark_charts;
  gboolean axis_from_zero;
  int window_width;
  int window_height;
  gboolean is_maximized;
};

enum
{
  PROP_0,
  PROP_DEFAULT_AUTHORITY,
  PROP_MATCH_DARK_CHARTS,
  PROP_AXIS_FROM_ZERO,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_IS_MAXIMIZED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmSettings, wm_settings, G_TYPE_OBJECT)

static void
wm_settings_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmSettings *self = WM_SETTINGS (object);

  switch (property_id)
    {
    case PROP_DEFAULT_AUTHORITY:
      g_value_set_string (value, self->default_authority);
      break;
    case PROP_MATCH_DARK_CHARTS:
      g_value_set_boolean (value, self->match_dark_charts);
      break;
    case PROP_AXIS_FROM_ZERO:
      g_value_set_boolean (value, self->axis_from_zero);
      break;
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->window_width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->window_height);
      break;
    case PROP_IS_MAXIMIZED:
      g_value_set_boolean (value, self->is_maximized);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
take_boolean (gboolean *target, const GValue *value)
{
  if (*target == g_value_get_boolean (value))
    return FALSE;
  *target = g_value_get_boolean (value);
  return TRUE;
}

static gboolean
take_int (int *target, const GValue *value)
{
  if (*target == g_value_get_int (value))
    return FALSE;
  *target = g_value_get_int (value);
  return TRUE;
}

static void
wm_settings_set_property (GObject *object, guint property_id, const GValue *value,
                          GParamSpec *pspec)
{
  WmSettings *self = WM_SETTINGS (object);
  gboolean changed = FALSE;

  switch (property_id)
    {
    case PROP_DEFAULT_AUTHORITY:
      changed = wm_set_str (&self->default_authority, g_value_get_string (value));
      break;
    case PROP_MATCH_DARK_CHARTS:
      changed = take_boolean (&self->match_dark_charts, value);
      break;
    case PROP_AXIS_FROM_ZERO:
      changed = take_boolean (&self->axis_from_zero, value);
      break;
    case PROP_WINDOW_WIDTH:
      changed = take_int (&self->window_width, value);
      break;
    case PROP_WINDOW_HEIGHT:
      changed = take_int (&self->window_height, value);
      break;
    case PROP_IS_MAXIMIZED:
      changed = take_boolean (&self->is_maximized, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
wm_settings_finalize (GObject *object)
{
  WmSettings *self = WM_SETTINGS (object);

  g_clear_object (&self->store);
  g_free (self->default_authority);
  G_OBJECT_CLASS (wm_settings_parent_class)->finalize (object);
}

static void
wm_settings_class_init (WmSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wm_settings_get_property;
  object_class->set_property = wm_settings_set_property;
  object_class->finalize = wm_settings_finalize;

  properties[PROP_DEFAULT_AUTHORITY] =
    g_param_spec_string ("default-authority", NULL, NULL, "", flags);
  properties[PROP_MATCH_DARK_CHARTS] =
    g_param_spec_boolean ("match-dark-charts", NULL, NULL, FALSE, flags);
  properties[PROP_AXIS_FROM_ZERO] =
    g_param_spec_boolean ("axis-from-zero", NULL, NULL, TRUE, flags);
  properties[PROP_WINDOW_WIDTH] =
    g_param_spec_int ("window-width", NULL, NULL, 1, G_MAXINT, 1100, flags);
  properties[PROP_WINDOW_HEIGHT] =
    g_param_spec_int ("window-height", NULL, NULL, 1, G_MAXINT, 700, flags);
  properties[PROP_IS_MAXIMIZED] =
    g_param_spec_boolean ("is-maximized", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* The schema, or NULL: asking GSettings for one that is not there would end the program. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  return source != NULL ? g_settings_schema_source_lookup (source, WM_APP_ID, TRUE) : NULL;
}

static void
bind_keys (WmSettings *self, GSettingsSchema *schema)
{
  for (guint i = 1; i < N_PROPS; i++)
    if (g_settings_schema_has_key (schema, properties[i]->name))
      g_settings_bind (self->store, properties[i]->name, self, properties[i]->name,
                       G_SETTINGS_BIND_DEFAULT);
}

static void
wm_settings_init (WmSettings *self)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  self->default_authority = g_strdup ("");
  self->axis_from_zero = TRUE;
  self->window_width = 1100;
  self->window_height = 700;
  if (schema == NULL)
    return;
  self->store = g_settings_new_full (schema, NULL, NULL);
  bind_keys (self, schema);
}

/**
 * wm_settings_new:
 *
 * Returns: (transfer full): the user's choices
 */
WmSettings *
wm_settings_new (void)
{
  return g_object_new (WM_TYPE_SETTINGS, NULL);
}
