package org.colloquy.model;

import java.util.UUID;

/// Names a plot.
public record PlotId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
