package org.colloquy.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses DESKTOP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.colloquy.desktop");

  @Test
  void onlyOneClassKnowsTheServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..desktop.boot..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.colloquy.server..")
        .check(DESKTOP);
  }

  @Test
  void viewModelsNeverSeeAControl() {
    noClasses()
        .that()
        .haveNameMatching(".*\\.ui\\..*ViewModel(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..")
        .check(DESKTOP);
  }

  @Test
  void screensDoNotKnowEachOther() {
    slices()
        .matching(
            "org.colloquy.desktop.ui.(activity|agents|chat|files|history|keys|memory|privacy|problem|reader|settings|side|sources|tables|tools|usage)..")
        .should()
        .notDependOnEachOther()
        .check(DESKTOP);
    noClasses()
        .that()
        .resideInAnyPackage(
            "..ui.activity..",
            "..ui.agents..",
            "..ui.chat..",
            "..ui.files..",
            "..ui.history..",
            "..ui.keys..",
            "..ui.memory..",
            "..ui.privacy..",
            "..ui.problem..",
            "..ui.reader..",
            "..ui.settings..",
            "..ui.side..",
            "..ui.sources..",
            "..ui.tables..",
            "..ui.tools..",
            "..ui.usage..")
        .or()
        .resideInAPackage("..ui.parts..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..ui.shell..")
        .check(DESKTOP);
  }

  @Test
  void piecesKnowNoScreen() {
    noClasses()
        .that()
        .resideInAPackage("..ui.parts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..ui.activity..",
            "..ui.agents..",
            "..ui.chat..",
            "..ui.files..",
            "..ui.history..",
            "..ui.keys..",
            "..ui.memory..",
            "..ui.privacy..",
            "..ui.problem..",
            "..ui.reader..",
            "..ui.settings..",
            "..ui.side..",
            "..ui.sources..",
            "..ui.tables..",
            "..ui.tools..",
            "..ui.usage..")
        .check(DESKTOP);
  }

  @Test
  void jsonStaysInTheClientAndTheSettings() {
    classes()
        .that()
        .resideOutsideOfPackages("..desktop.client..", "..desktop.settings..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("com.fasterxml.jackson..")
        .check(DESKTOP);
  }

  @Test
  void theBusOfTheDesktopIsKnownToItsTrayOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..desktop.tray.linux..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.freedesktop.dbus..")
        .check(DESKTOP);
    noClasses()
        .that()
        .resideInAPackage("..desktop.tray..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..desktop.ui..", "..desktop.client..", "..desktop.settings..")
        .check(DESKTOP);
  }

  @Test
  void theClientKnowsNoWindow() {
    noClasses()
        .that()
        .resideInAPackage("..desktop.client..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "..desktop.ui..")
        .check(DESKTOP);
  }

  @Test
  void nobodyImportsTheWiring() {
    noClasses()
        .that()
        .resideInAnyPackage("..desktop.ui..", "..desktop.client..", "..desktop.settings..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(Wiring.class.getName())
        .check(DESKTOP);
  }

  /// So there is nothing to turn off for people whose computer is set to less motion.
  @Test
  void nothingMoves() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("javafx.animation..")
                .and(not(belongToAnyOf(PauseTransition.class, AnimationTimer.class))))
        .check(DESKTOP);
  }

  @Test
  void noClassIsLongerThan300Lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(300);
      }
    }
  }
}
