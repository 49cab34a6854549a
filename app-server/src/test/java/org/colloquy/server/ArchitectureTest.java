package org.colloquy.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.outbound.WayOut;
import org.colloquy.server.tool.web.WebClient;
import org.junit.jupiter.api.Test;

/// Holds who may import whom.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.colloquy");

  private static final String SERVER = "org.colloquy.server";

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static ArchRule only(String from, String... allowed) {
    var packages = new ArrayList<>(List.of(allowed));
    packages.addAll(
        List.of("java.lang..", "java.util..", "java.time..", "java.nio.charset", "java.io"));
    packages.addAll(List.of("org.jspecify..", "org.slf4j", "org.colloquy.model"));
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)));
  }

  @Test
  void theSharedModelIsPureJava() {
    check(
        classes()
            .that()
            .resideInAPackage("org.colloquy.model..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math",
                    "java.net",
                    "java.security",
                    "java.nio.charset",
                    "org.jspecify..",
                    "org.colloquy.model")));
  }

  @Test
  void theCoreKnowsOnlyTheWordsOfTheProduct() {
    check(
        only(
            SERVER + ".core..",
            SERVER + ".core..",
            "java.net",
            "java.math",
            "java.security",
            "java.text"));
  }

  @Test
  void storageModelsAndSecurityKnowTheCoreOnly() {
    for (var adapter : List.of("storage", "llm", "security")) {
      var others =
          List.of("storage", "llm", "security", "tool", "http", "api", "config").stream()
              .filter(name -> !name.equals(adapter))
              .map(name -> SERVER + "." + name + "..")
              .toArray(String[]::new);
      check(
          noClasses()
              .that()
              .resideInAPackage(SERVER + "." + adapter + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others));
    }
  }

  @Test
  void toolsKnowTheCoreAndTheirLibrariesOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".tool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                SERVER + ".storage..",
                SERVER + ".llm..",
                SERVER + ".security..",
                SERVER + ".http..",
                SERVER + ".api..",
                SERVER + ".config.."));
  }

  @Test
  void metricsKnowWhatIsWatchedAndTheirLibraryOnly() {
    check(
        only(
            SERVER + ".metrics..",
            SERVER + ".metrics..",
            SERVER + ".core..",
            SERVER + ".http",
            "io.prometheus.."));
  }

  @Test
  void tracesKnowWhatIsWatchedAndTheirLibraryOnly() {
    check(
        only(
            SERVER + ".tracing..",
            SERVER + ".tracing..",
            SERVER + ".core..",
            SERVER + ".http",
            "io.opentelemetry..",
            "com.fasterxml.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".tracing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry.."));
  }

  @Test
  void retrievalKnowsTheCoreAndItsLibraryOnly() {
    check(
        only(
            SERVER + ".retrieval..",
            SERVER + ".retrieval..",
            SERVER + ".core..",
            "org.apache.lucene..",
            "ai.onnxruntime..",
            "com.fasterxml..",
            "java.nio",
            "java.nio.file",
            "java.security..",
            "javax.crypto..",
            "java.text"));
  }

  @Test
  void formsOfReferencesKnowTheCoreAndTheirLibraryOnly() {
    check(
        only(
            SERVER + ".reference..",
            SERVER + ".reference..",
            SERVER + ".core..",
            "de.undercouch..",
            "org.jbibtex.."));
  }

  @Test
  void transcriptsKnowTheCoreAndTheirFormsOnly() {
    check(
        only(
            SERVER + ".transcript..",
            SERVER + ".transcript..",
            SERVER + ".core..",
            "com.fasterxml..",
            "java.math",
            "java.nio..",
            "java.security"));
  }

  @Test
  void filetypeKnowsTheCoreAndItsLibraryOnly() {
    check(
        only(
            SERVER + ".filetype..",
            SERVER + ".filetype..",
            SERVER + ".core..",
            "org.apache.tika.."));
  }

  @Test
  void sqlIsSpokenInStorageOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "com.zaxxer.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.h2.."));
  }

  @Test
  void helidonIsSpokenInHttpAndFacesOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + ".http..", SERVER + ".api..", SERVER + ".security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.helidon.webserver..", "io.helidon.http.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.helidon.security..", "jakarta.json.."));
  }

  @Test
  void certificatesAreMadeBySecurityOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".security.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle.."));
  }

  @Test
  void sharingKnowsTheCoreHttpAndCertificatesOnly() {
    check(
        only(
            SERVER + ".sharing..",
            SERVER + ".sharing..",
            SERVER + ".core..",
            SERVER + ".http..",
            SERVER + ".security.tls..",
            "javax.jmdns..",
            "javax.net.ssl..",
            "java.net",
            "java.nio.file",
            "java.security.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".sharing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.jmdns.."));
  }

  @Test
  void bodiesAreReadWithinTheirLimitsOnly() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(SERVER + ".http.RequestBody")
            .should()
            .callMethod(io.helidon.webserver.http.ServerRequest.class, "content"));
  }

  @Test
  void jacksonStopsAtTheDoors() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                SERVER + ".http..",
                SERVER + ".api..",
                SERVER + ".config..",
                SERVER + ".llm..",
                SERVER + ".storage..",
                SERVER + ".retrieval..",
                SERVER + ".transcript..",
                SERVER + ".tracing..",
                SERVER + ".tool..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.."));
  }

  @Test
  void wordsAreLookedUpByRetrievalOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".retrieval..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene.."));
  }

  @Test
  void bucketsAreReachedFromTheirPackageOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".storage.bucket..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.davidmoten.aws.."));
  }

  @Test
  void theWebIsReadByItsToolOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + ".tool.web..", SERVER + ".storage.bucket..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                SERVER + ".tool.web..", SERVER + ".tool.paper..", SERVER + ".extract.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup.."));
  }

  @Test
  void filesAreTakenApartInTheirOwnProcessOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".extract.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                SERVER + ".extract.worker..",
                "org.apache.poi..",
                "javax.imageio..",
                "javax.xml.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + ".extract.worker..", SERVER + ".filetype..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.tika.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + ".extract.worker..", SERVER + ".csv..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mozilla.universalchardet.."));
    check(
        only(
            SERVER + ".csv..",
            SERVER + ".csv..",
            SERVER + ".core..",
            "de.siegmar.fastcsv..",
            "org.mozilla.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".extract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                SERVER + ".storage..",
                SERVER + ".llm..",
                SERVER + ".security..",
                SERVER + ".tool..",
                SERVER + ".http..",
                SERVER + ".api..",
                SERVER + ".config..",
                SERVER + ".outbound.."));
  }

  @Test
  void pdfFilesAreTakenApartInTheirOwnProcessAndMadeByWritingOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + ".extract.worker..", SERVER + ".writing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".writing..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.pdfbox.Loader"));
    check(
        only(
            SERVER + ".writing..",
            SERVER + ".writing..",
            SERVER + ".core..",
            "org.commonmark..",
            "com.openhtmltopdf..",
            "org.apache.pdfbox..",
            "org.apache.fontbox..",
            "java.nio.file",
            "java.security"));
  }

  @Test
  void httpKnowsNoFaceAndNoAdapter() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                SERVER + ".api..",
                SERVER + ".storage..",
                SERVER + ".llm..",
                SERVER + ".tool..",
                SERVER + ".security.."));
  }

  @Test
  void facesKnowNeitherEachOtherNorAdapters() {
    check(slices().matching(SERVER + ".api.(*)..").should().notDependOnEachOther());
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                SERVER + ".storage..",
                SERVER + ".llm..",
                SERVER + ".tool..",
                SERVER + ".security.."));
  }

  @Test
  void commandsKnowTheCoreOnly() {
    check(
        only(
            SERVER + ".command..",
            SERVER + ".command..",
            SERVER + ".core..",
            "java.nio.channels..",
            "java.nio.file..",
            "java.net"));
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".command..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.net.InetSocketAddress.class, java.net.Socket.class));
  }

  /// The sockets of commands are files. Keys of a listener are chosen by the socket that came in.
  @Test
  void theWayOutLeadsThroughTheGuardOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + ".outbound..", SERVER + ".command..")
            .should()
            .callConstructorWhere(target(owner(assignableTo(java.net.Socket.class))))
            .orShould()
            .callMethod(java.net.InetAddress.class, "getAllByName", String.class)
            .orShould()
            .callMethod(java.net.InetAddress.class, "getByName", String.class)
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.channels.SocketChannel")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.DatagramSocket")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "io.helidon.webclient.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                SERVER + ".outbound..",
                SERVER + ".llm.http..",
                SERVER + ".tool.web..",
                SERVER + ".security.tls..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.net.Socket.class, javax.net.ssl.SSLSocketFactory.class));
  }

  @Test
  void whoOpensConnectionsIsGivenAWayOut() {
    check(
        constructors()
            .that()
            .areDeclaredIn(HttpConnections.class)
            .or()
            .areDeclaredIn(WebClient.class)
            .should(
                have(
                    describe(
                        "a way out among its parameters",
                        constructor ->
                            constructor.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(WayOut.class))))));
  }

  @Test
  void theGuardKnowsTheCoreOnly() {
    check(
        only(
            SERVER + ".outbound..",
            SERVER + ".outbound..",
            SERVER + ".core..",
            "java.net",
            "java.math"));
  }

  @Test
  void nobodyImportsTheWiring() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER));
  }

  @Test
  void featuresOfTheCoreAreFreeOfCyclesAndOfTheTurn() {
    check(slices().matching(SERVER + ".core.(*)..").should().beFreeOfCycles());
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".core..")
            .and()
            .resideOutsideOfPackage(SERVER + ".core.turn..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER + ".core.turn.."));
  }

  @Test
  void timeAndChanceAreHandedToTheCore() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER + ".core..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID"));
  }
}
