package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.AgentId;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.FolderId;
import org.colloquy.model.KeyId;
import org.colloquy.model.McpServerId;
import org.colloquy.model.MemoryId;
import org.colloquy.model.PromptText;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.SavedPrompt;
import org.colloquy.model.SavedPromptId;
import org.colloquy.model.ToolPolicyId;
import org.colloquy.model.Usage;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.agent.AgentStore.NewAgent;
import org.colloquy.server.core.attachment.NewAttachment;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.draft.Draft;
import org.colloquy.server.core.folder.FolderStore.NewFolder;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.ApiToken;
import org.colloquy.server.core.identity.ApiTokenId;
import org.colloquy.server.core.identity.Invitation;
import org.colloquy.server.core.identity.InvitationId;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.identity.Session;
import org.colloquy.server.core.identity.SessionId;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.importing.ImportStore.Origin;
import org.colloquy.server.core.importing.ImportStore.Taken;
import org.colloquy.server.core.mcp.McpServer;
import org.colloquy.server.core.memory.MemoryStore.NewMemory;
import org.colloquy.server.core.policy.ToolPolicy;
import org.colloquy.server.core.provider.DataKey;
import org.colloquy.server.core.provider.NewKey;
import org.colloquy.server.core.provider.NewProvider;
import org.colloquy.server.core.quota.Need;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Reservation;
import org.colloquy.server.core.shared.Recipient;
import org.colloquy.server.core.shared.Right;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.shared.ShareId;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.NewUse;
import org.junit.jupiter.api.Test;

class JdbiErasureStoreTest extends StoreTest {
  private final JdbiErasureStore erasures = new JdbiErasureStore(database);

  JdbiErasureStoreTest(Kind kind) {
    super(kind);
  }

  /// Gives an account one of everything, and one conversation more, in the trash.
  private ContentHash fill(AccountId owner) {
    var conversations = new JdbiConversationStore(database);
    var folder =
        new JdbiFolderStore(database).add(new NewFolder(new FolderId(next()), owner, "f", 7));
    var conversation = conversation(owner, "here");
    conversations.file(owner, conversation.id(), folder.id());
    var messages = new JdbiMessageStore(database);
    messages.append(List.of(said(conversation.id(), "one"), said(conversation.id(), "two")));
    var trash = imported(owner);
    conversations.remove(owner, trash, NOON);
    var content = new ContentHash(Sha256.hex(owner.toString()));
    new JdbiAttachmentStore(database)
        .add(
            new NewAttachment(
                new AttachmentId(next()), trash, null, "a.csv", "", 3, NOON, content));
    new JdbiAttachmentStore(database)
        .add(new NewAttachment(new AttachmentId(next()), trash, null, "b", "", -1, NOON));
    new JdbiDraftStore(database)
        .keep(owner, new Draft(conversation.id(), "a question", null, NOON));
    prompt(owner);
    new JdbiMemoryStore(database).add(new NewMemory(new MemoryId(next()), owner, "fact", NOON), 9);
    new JdbiAgentStore(database)
        .add(
            new NewAgent(
                new AgentId(next()), owner, new AgentPreset("Mine", "", "", List.of()), NOON));
    new JdbiSettingStore(database).put(owner, Map.of("theme", "\"dark\""));
    new JdbiToolPolicyStore(database)
        .put(
            owner,
            new ToolPolicy(
                new ToolPolicyId(next()), null, "tool", ToolPolicy.Verdict.NEVER, "hash", NOON));
    new JdbiMcpServerStore(database)
        .add(
            new McpServer(
                new McpServerId(next()),
                owner,
                "lab",
                new McpServer.Place.Command(List.of("program")),
                true,
                null,
                "sealed",
                NOON));
    var provider = new ProviderId(next());
    new JdbiProviderStore(database)
        .add(
            new NewProvider(
                provider,
                owner,
                "Lab",
                ProviderKind.OPENAI_CHAT,
                "http://lab.example",
                false,
                NOON),
            List.of());
    var call = new ModelCall(owner, conversation.id(), "Lab", "llama", null, "", null);
    new JdbiUsageStore(database).add(new NewUse(call, new Usage(3, 4), false, NOON));
    new JdbiKeyStore(database)
        .add(new NewKey(new KeyId(next()), owner, provider, "mine", "1234", "sealed", NOON));
    new JdbiDataKeyStore(database).add(new DataKey(owner, "mark", "sealed", NOON));
    var token =
        new ApiToken(
            new ApiTokenId(next()), owner, "lab", Set.of(Scope.READ), "1234", NOON, NOON, null);
    new JdbiApiTokenStore(database).add(token, "fingerprint of " + owner);
    var session =
        new Session(new SessionId(next()), owner, "app", new Visitor("127.0.0.1", ""), NOON);
    new JdbiSessionStore(database)
        .begin(new Session.InUse(session, NOON, NOON.plusSeconds(9)), null);
    new JdbiResetCodeStore(database).put(owner, "hash", NOON);
    var invitation =
        new Invitation(
            new InvitationId(next()), owner, AccountRole.MEMBER, NOON, NOON.plusSeconds(9), null);
    new JdbiInvitationStore(database).add(invitation, "hash of " + owner);
    limited(call);
    shared(conversation);
    return content;
  }

  /// In a group, with a quota and a call that goes on.
  private void limited(ModelCall call) {
    var owner = call.account();
    var group = new GroupId(next());
    var groups = new JdbiGroupStore(database);
    groups.add(group, "group " + group, NOON);
    groups.join(group, owner);
    new JdbiQuotaStore(database)
        .put(new Quota(new QuotaHolder.One(owner), new QuotaLimits(9L, null, null, null)));
    var held = new Reservation(next(), call, new Need(1, 2), 0, NOON);
    new JdbiReservationStore(database).reserve(owner, LocalDate.parse("2026-03-01"), _ -> held);
  }

  /// With its owner, which is all that a store minds.
  private void shared(Conversation conversation) {
    var with = new Recipient.Member(conversation.owner(), "");
    var share = new Share(new ShareId(next()), conversation.id(), with, Right.READ, NOON);
    var shares = new JdbiShareStore(database);
    shares.put(conversation.owner(), share);
    shares.seen(conversation.owner(), conversation.id());
  }

  /// A conversation that was taken over from elsewhere.
  private ConversationId imported(AccountId owner) {
    var id = new ConversationId(next());
    var three = MessageForms.unnumbered(said(id, "three"));
    new JdbiImportStore(database)
        .add(
            new Taken(
                new NewConversation(id, owner, "trash", NOON),
                new Origin("ChatGPT", "c1"),
                List.of(three),
                three.id(),
                List.of()));
    return id;
  }

  private void prompt(AccountId owner) {
    new JdbiSavedPromptStore(database)
        .add(
            List.of(
                new SavedPrompt(
                    new SavedPromptId(next()),
                    0,
                    owner,
                    new PromptText("Review", "Look.", List.of(), List.of()),
                    NOON,
                    NOON)));
  }

  private int rows(String table) {
    return database.read(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private void assertOneOfEverythingIsLeft() {
    for (var owned : JdbiErasureStore.OWNED) {
      assertThat(rows(owned.table()))
          .as(owned.table())
          .isEqualTo(owned.table().equals("conversation") ? 2 : 1);
    }
    assertThat(rows("message")).isEqualTo(3);
    assertThat(rows("attachment")).isEqualTo(2);
    assertThat(rows("rebuild_wanted")).isEqualTo(1);
  }

  @Test
  void removesAnAccountWithAllItHasAndNothingElse() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var file = fill(ada);
    fill(bob);

    var erased = erasures.remove(ada);

    assertThat(erased.conversations()).isEqualTo(2);
    assertThat(erased.messages()).isEqualTo(3);
    assertThat(erased.memories()).isEqualTo(1);
    assertThat(erased.keys()).isEqualTo(1);
    assertThat(erased.files()).containsExactly(file);
    assertOneOfEverythingIsLeft();
    assertThat(new JdbiAccountStore(database).find(ada)).isEmpty();
  }

  @Test
  void leavesAnEmptyAccountThatCanSignIn() {
    var ada = account("ada");
    fill(ada.id());
    fill(account("bob").id());

    erasures.empty(ada.id());

    assertOneOfEverythingIsLeft();
    var left = new JdbiAccountStore(database).find(ada.id()).orElseThrow();
    assertThat(left.username()).isEqualTo("ada");
    assertThat(left.email()).isEmpty();
    assertThat(left.role()).isEqualTo(ada.role());
    assertThat(new JdbiAccountStore(database).findByName("ada@lab.example")).isEmpty();
  }

  @Test
  void knowsEveryTableWithRowsOfAnAccount() {
    var found =
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select lower(f.table_name) || '.' || lower(f.column_name)
                    from information_schema.referential_constraints r
                    join information_schema.key_column_usage f
                      on f.constraint_schema = r.constraint_schema
                      and f.constraint_name = r.constraint_name
                    join information_schema.table_constraints t
                      on t.constraint_schema = r.unique_constraint_schema
                      and t.constraint_name = r.unique_constraint_name
                    where lower(t.table_name) = 'account'
                    """)
                .mapTo(String.class)
                .list());
    assertThat(Stream.concat(JdbiErasureStore.OWNED.stream(), JdbiErasureStore.NAMING.stream()))
        .extracting(owned -> owned.table() + "." + owned.column())
        .containsExactlyInAnyOrderElementsOf(found);
  }
}
