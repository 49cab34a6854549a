package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.Caller;
import org.junit.jupiter.api.Test;

/// Whoever names a thing says for whom: services of the core want a caller beside an id, stores the
/// account. What does without is on a list here, with the reason.
class CallerFirstTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.colloquy.server.core");

  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry(
              "Activities.note", "of the turn or the upload that goes on, in its own conversation"),
          Map.entry("AuditLog.of", "for the review, which knows whose entries may be seen"),
          Map.entry("BranchWalk.passes", "walks through messages that were found for their owner"),
          Map.entry("Citations.check", "of the answer that a turn gives in its own conversation"),
          Map.entry("Citations.fitting", "of the conversation in which a turn goes on"),
          Map.entry("Citations.given", "of the answer that a turn gives"),
          Map.entry("Citations.givenWith", "of the answer that a turn gives"),
          Map.entry("Completions.stop", "for those who manage accounts"),
          Map.entry("DataTables.arrived", "of a file that was kept for its owner"),
          Map.entry("Documents.arrived", "of a file that its owner just brought"),
          Map.entry("Documents.stop", "for those who manage accounts"),
          Map.entry("FileContents.open", "of an attachment that was found for its owner"),
          Map.entry("McpServers.stop", "for those who manage accounts"),
          Map.entry(
              "MessageTree.branchTo", "walks through messages that were found for their owner"),
          Map.entry(
              "MessageTree.leafThrough", "walks through messages that were found for their owner"),
          Map.entry("RunningTurns.in", "of a conversation that was found for its owner"),
          Map.entry("RunningTurns.stop", "for those who manage accounts"),
          Map.entry("StopElsewhere.stop", "for those who manage accounts"),
          Map.entry("Titles.stop", "for those who manage accounts"));

  private static final Map<String, String> STORES =
      Map.ofEntries(
          Map.entry("ActivityStore.of", "of a conversation that was found for its owner"),
          Map.entry(
              "AttachmentStore.of", "of a conversation or message that was found for its owner"),
          Map.entry("AttachmentStore.content", "of an attachment that was found for its owner"),
          Map.entry("AttachmentStore.refer", "of an older version's attachment, for the program"),
          Map.entry("BlobStore.adopt", "of an older version's attachment, for the program"),
          Map.entry("BlobStore.remove", "of an older version's attachment, for the program"),
          Map.entry(
              "ConversationStore.removeUntouched",
              "of a folder whose time is over, for the program"),
          Map.entry("CitationStore.cited", "of the answer that a turn gives"),
          Map.entry("CitationStore.given", "of the answer that a turn gives"),
          Map.entry(
              "CitationStore.of", "of a conversation or an answer that was found for its owner"),
          Map.entry("DocumentStore.chunk", "of a passage that was found in readable files"),
          Map.entry("DocumentStore.chunks", "of a file that is being read"),
          Map.entry("DocumentStore.extent", "of a file that is being read"),
          Map.entry("DocumentStore.find", "of a file that was found for its owner"),
          Map.entry("DocumentStore.keep", "of a file that is being read"),
          Map.entry("DocumentStore.put", "of a file that was found for its owner"),
          Map.entry("DocumentStore.readable", "of a conversation that was found for its owner"),
          Map.entry("DocumentStore.ready", "of a file that is being read"),
          Map.entry("DocumentStore.texts", "of a file that was found for its owner"),
          Map.entry(
              "ConversationSettingStore.of", "of a conversation that was found for its owner"),
          Map.entry(
              "ConversationSettingStore.put", "of a conversation that was found for its owner"),
          Map.entry(
              "ConversationStore.untouched", "of a folder whose time is over, for the program"),
          Map.entry("ExportStore.messages", "of a conversation of the account that is exported"),
          Map.entry("GroupStore.add", "for those who manage accounts"),
          Map.entry("GroupStore.remove", "for those who manage accounts"),
          Map.entry("GroupStore.rename", "for those who manage accounts"),
          Map.entry("InvitationStore.remove", "for those who manage accounts"),
          Map.entry("KeyStore.sealed", "of a key that was found for its owner"),
          Map.entry("MarkStore.of", "of a conversation that was found for its owner"),
          Map.entry("MessageStore.discard", "of the answer that a turn lets grow"),
          Map.entry("MessageStore.origin", "of an answer that was found for its reader"),
          Map.entry("MessageStore.resume", "of an answer that was found for its owner"),
          Map.entry("MessageStore.tree", "of a conversation that was found for its owner"),
          Map.entry("PlotStore.of", "of a conversation that was found for its owner"),
          Map.entry("ProviderStore.changeAddress", "of the one provider that everybody shares"),
          Map.entry("ProviderStore.replaceModels", "of a provider that the caller sees"),
          Map.entry("ReferenceStore.citedIn", "of a message that was found for its owner"),
          Map.entry("ReferenceStore.find", "of a file that was found for its owner"),
          Map.entry(
              "ReferenceStore.listed", "of a file's conversation that was found for its owner"),
          Map.entry("ReferenceStore.of", "of a conversation that was found for its owner"),
          Map.entry("ReferenceStore.putListed", "of a file that was found for its owner"),
          Map.entry("ReservationStore.keptOf", "of the answer that a call left behind"),
          Map.entry("SearchStore.messages", "for the index, which keeps apart whose everything is"),
          Map.entry("SearchStore.pages", "for the index, which keeps apart whose everything is"),
          Map.entry("SearchStore.others", "for the index, which keeps apart whose everything is"),
          Map.entry("SessionStore.extend", "of the caller's own session"),
          Map.entry("SessionStore.find", "tells whose session a token is of"),
          Map.entry("SessionStore.used", "of the caller's own session"),
          Map.entry("ShareStore.asker", "of a question in a conversation that the caller may read"),
          Map.entry("ShareStore.askers", "of a conversation that the caller may read"),
          Map.entry(
              "SurroundingsStore.of", "of a conversation that the caller was found to ask in"),
          Map.entry("TableStore.of", "of a conversation that was found for its owner"),
          Map.entry("TableStore.remove", "of a table that was found for its owner"));

  @Test
  void everyServiceThatIsGivenAnIdIsToldWhoAsks() {
    assertThat(withId(CallerFirstTest::isService, Caller.class))
        .isEqualTo(new TreeSet<>(SERVICES.keySet()));
  }

  @Test
  void everyStoreThatIsGivenAnIdIsToldWhose() {
    assertThat(withId(CallerFirstTest::isStore, AccountId.class))
        .isEqualTo(new TreeSet<>(STORES.keySet()));
  }

  private static Set<String> withId(Predicate<JavaClass> which, Class<?> beside) {
    return CORE.stream()
        .filter(which)
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(CallerFirstTest::takesAnId)
        .filter(method ->
            method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(beside)))
        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean takesAnId(JavaMethod method) {
    return method.getRawParameterTypes().stream()
        .anyMatch(type -> type.getSimpleName().endsWith("Id"));
  }

  private static boolean isService(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isInterface()
        && !type.isRecord()
        && !type.isEnum();
  }

  private static boolean isStore(JavaClass type) {
    return type.isInterface() && type.getSimpleName().endsWith("Store");
  }
}
