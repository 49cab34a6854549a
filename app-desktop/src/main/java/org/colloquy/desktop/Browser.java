package org.colloquy.desktop;

import java.net.URI;
import javafx.application.Application;
import javafx.stage.Stage;

/// Opens addresses in the person's own browser.
final class Browser {
  /// JavaFX gives this service to applications only.
  private static final class Services extends Application {
    @Override
    public void start(Stage stage) {}
  }

  private final Services services = new Services();

  void open(URI address) {
    services.getHostServices().showDocument(address.toString());
  }
}
