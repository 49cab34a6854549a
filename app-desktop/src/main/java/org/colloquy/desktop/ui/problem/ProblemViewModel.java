package org.colloquy.desktop.ui.problem;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Why there is no server to talk to.
public final class ProblemViewModel {
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
  private final Runnable quit;

  /// Nothing wrong yet.
  ///
  /// @param quit ends the program
  public ProblemViewModel(Runnable quit) {
    this.quit = quit;
  }

  /// Empty while nothing is wrong.
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty details() {
    return details.getReadOnlyProperty();
  }

  public void tell(String why, String technically) {
    details.set(technically);
    sentence.set(why);
  }

  public void quit() {
    quit.run();
  }
}
