"""Published data sets of incidents: what their columns and codes mean, for imports and exports alike."""
