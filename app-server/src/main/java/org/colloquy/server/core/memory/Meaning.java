package org.colloquy.server.core.memory;

import java.util.Arrays;

/// Where a text lies by its meaning: a direction, so coarse that 10,000 of them are small.
public final class Meaning {
  private static final float FINEST = 127;

  private final byte[] direction;
  private final double length;

  private Meaning(byte[] direction) {
    this.direction = direction;
    this.length = Math.sqrt(product(direction, direction));
  }

  /// The direction of a vector.
  public static Meaning of(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    var direction = new byte[vector.length];
    for (int i = 0; i < vector.length && largest > 0; i++) {
      direction[i] = (byte) Math.round(vector[i] / largest * FINEST);
    }
    return new Meaning(direction);
  }

  /// What [#bytes] gave.
  public static Meaning of(byte[] bytes) {
    return new Meaning(bytes.clone());
  }

  public byte[] bytes() {
    return direction.clone();
  }

  /// How much the same they mean: 1 for the same, about 0 for what has nothing to do with each
  /// other. Those of different models have nothing to do with each other.
  public double likeness(Meaning other) {
    if (direction.length != other.direction.length || length == 0 || other.length == 0) {
      return 0;
    }
    return product(direction, other.direction) / (length * other.length);
  }

  private static int product(byte[] one, byte[] other) {
    int sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Meaning meaning && Arrays.equals(direction, meaning.direction);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(direction);
  }
}
