package org.colloquy.desktop;

/// Texts that several tests show.
public final class Samples {
  private Samples() {}

  /// An answer with everything that Markdown has.
  public static final String ANSWER =
      """
      Precision and recall answer **different questions** about the same classifier.

      ## In words

      - *Precision*: of everything it called positive, how much was right?
      - *Recall*: of everything that was positive, how much did it find?

      | | predicted yes | predicted no |
      |---|---:|---:|
      | actual yes | 8 | 2 |
      | actual no | 4 | 86 |

      With `tp = 8`, `fp = 4` and `fn = 2`:

      ```python
      def scores(tp: int, fp: int, fn: int) -> tuple[float, float]:
          \"""Return precision and recall.\"""
          return tp / (tp + fp), tp / (tp + fn)
      ```

      1. Precision is 8 / 12, about **0.67**.
      2. Recall is 8 / 10, exactly **0.80**.

      > A screening test wants recall; a spam filter wants precision.

      More in [the scikit-learn guide](https://scikit-learn.org/stable/modules/model_evaluation.html).
      """;
}
