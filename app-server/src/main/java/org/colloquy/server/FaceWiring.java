package org.colloquy.server;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.api.agents.AgentsFace;
import org.colloquy.server.api.agents.AsyncChat;
import org.colloquy.server.api.agents.AuthRoutes;
import org.colloquy.server.api.app.AccountRoutes;
import org.colloquy.server.api.app.AgentRoutes;
import org.colloquy.server.api.app.AnswerRoutes;
import org.colloquy.server.api.app.AppFace;
import org.colloquy.server.api.app.AppRoutes;
import org.colloquy.server.api.app.AuditRoutes;
import org.colloquy.server.api.app.ConversationChanges;
import org.colloquy.server.api.app.ConversationExportRoutes;
import org.colloquy.server.api.app.ConversationRoutes;
import org.colloquy.server.api.app.DocumentRoutes;
import org.colloquy.server.api.app.DraftRoutes;
import org.colloquy.server.api.app.FileRoutes;
import org.colloquy.server.api.app.FolderRoutes;
import org.colloquy.server.api.app.GroupRoutes;
import org.colloquy.server.api.app.ImportRoutes;
import org.colloquy.server.api.app.InvitationRoutes;
import org.colloquy.server.api.app.McpRoutes;
import org.colloquy.server.api.app.MemoryRoutes;
import org.colloquy.server.api.app.PagePictureRoutes;
import org.colloquy.server.api.app.PersonRoutes;
import org.colloquy.server.api.app.ProviderRoutes;
import org.colloquy.server.api.app.QuotaRoutes;
import org.colloquy.server.api.app.ReferenceRoutes;
import org.colloquy.server.api.app.SavedPromptRoutes;
import org.colloquy.server.api.app.SearchRoutes;
import org.colloquy.server.api.app.ServerRoutes;
import org.colloquy.server.api.app.SessionRoutes;
import org.colloquy.server.api.app.SettingRoutes;
import org.colloquy.server.api.app.ShareRoutes;
import org.colloquy.server.api.app.SharedConversationRoutes;
import org.colloquy.server.api.app.SharingRoutes;
import org.colloquy.server.api.app.TableRoutes;
import org.colloquy.server.api.app.TokenRoutes;
import org.colloquy.server.api.app.ToolRoutes;
import org.colloquy.server.api.app.TurnRoutes;
import org.colloquy.server.api.app.UsageRoutes;
import org.colloquy.server.api.chatrest.ChatrestFace;
import org.colloquy.server.api.chatrest.CompletionRoutes;
import org.colloquy.server.api.chats.ChatsFace;
import org.colloquy.server.api.chats.ChatsRoutes;
import org.colloquy.server.api.chats.InferenceRoutes;
import org.colloquy.server.api.docs.DocsFace;
import org.colloquy.server.api.docs.OpenApiDocument;
import org.colloquy.server.api.metrics.MetricsFace;
import org.colloquy.server.api.openai.EmbeddingRoutes;
import org.colloquy.server.api.openai.ModelRoutes;
import org.colloquy.server.api.openai.OpenAiFace;
import org.colloquy.server.api.prompt.PromptFace;
import org.colloquy.server.api.prompt.PromptRoutes;
import org.colloquy.server.api.userchat.ChatRoutes;
import org.colloquy.server.api.userchat.UserRoutes;
import org.colloquy.server.api.userchat.UserchatFace;
import org.colloquy.server.api.userchat.UserchatOptions;
import org.colloquy.server.api.web.WebFace;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.identity.ByInvitation;
import org.colloquy.server.core.identity.SelfRegistration;
import org.colloquy.server.http.BearerCallers;
import org.colloquy.server.http.Face;
import org.colloquy.server.metrics.Metrics;

/// Makes the faces over one core.
final class FaceWiring {
  private FaceWiring() {}

  /// For the listener that only this machine reaches.
  ///
  /// @param startedAt when the server started, on the clock of the place where it runs
  static List<Face> wire(
      Core core, ServerConfig config, Metrics metrics, String localToken, ZonedDateTime startedAt) {
    var owner = new BearerCallers.LocalOwner(localToken, core.accounts().localOwner());
    var callers = BearerCallers.near(core.accounts(), core.sessions(), core.apiTokens(), owner);
    return wire(core, config, metrics, new Visitors(callers, core.accounts()::register), startedAt);
  }

  /// For the listener that others on the network reach.
  ///
  /// @param startedAt when the server started, on the clock of the place where it runs
  static List<Face> shared(
      Core core, ServerConfig config, Metrics metrics, ZonedDateTime startedAt) {
    var callers = BearerCallers.shared(core.accounts(), core.sessions(), core.apiTokens());
    return wire(core, config, metrics, new Visitors(callers, new ByInvitation()), startedAt);
  }

  /// Who may come, and how somebody new does.
  private record Visitors(BearerCallers callers, SelfRegistration newcomers) {}

  private static List<Face> wire(
      Core core, ServerConfig config, Metrics metrics, Visitors visitors, ZonedDateTime startedAt) {
    var callers = visitors.callers();
    var newcomers = visitors.newcomers();
    return documented(
        List.of(
            userchat(core, config, callers, newcomers),
            agents(core, config, callers, newcomers),
            chatrest(core, callers, newcomers),
            chats(core, config, callers),
            prompt(core, callers, startedAt),
            openAi(core, callers),
            app(core, callers),
            MetricsFace.of(callers.orOwner(), metrics::text),
            WebFace.of(newcomers.isOpen())));
  }

  /// The faces, and the one that tells about them.
  private static List<Face> documented(List<Face> faces) {
    var names = Stream.concat(faces.stream().map(Face::name), Stream.of("docs")).toList();
    var docs = DocsFace.of(new OpenApiDocument(names, Version.current()));
    return Stream.concat(faces.stream(), Stream.of(docs)).toList();
  }

  private static Face userchat(
      Core core, ServerConfig config, BearerCallers callers, SelfRegistration newcomers) {
    var options =
        new UserchatOptions(
            config.leaving(), config.systemMessages() == ServerConfig.SystemMessages.SHOWN);
    return UserchatFace.of(
        callers,
        new UserRoutes(core.accounts(), newcomers, core.sessions(), callers),
        new ChatRoutes(core.conversations(), core.turns(), core.attachments(), options),
        new org.colloquy.server.api.userchat.KeyRoutes(
            core.accounts(), core.keys(), core.providers()));
  }

  private static Face agents(
      Core core, ServerConfig config, BearerCallers callers, SelfRegistration newcomers) {
    var talks =
        new AsyncChat.Talks(
            core.agents(),
            core.conversations(),
            core.turns(),
            core.runningTurns(),
            config.leaving());
    return AgentsFace.of(
        callers,
        new AuthRoutes(newcomers, core.sessions(), core.openSessions(), core.recovery()),
        new org.colloquy.server.api.agents.UserRoutes(core.accounts(), core.administration()),
        new org.colloquy.server.api.agents.ConversationRoutes(
            core.agents(), core.conversations(), core.attachments(), core.activities()),
        new AsyncChat(callers, talks));
  }

  private static Face chatrest(Core core, BearerCallers callers, SelfRegistration newcomers) {
    return ChatrestFace.of(
        callers,
        new org.colloquy.server.api.chatrest.UserRoutes(
            core.accounts(), newcomers, core.administration(), core.sessions(), callers),
        new org.colloquy.server.api.chatrest.ChatRoutes(core.conversations(), core.attachments()),
        new org.colloquy.server.api.chatrest.ProviderRoutes(
            core.providers(), core.keys(), core.models()),
        new CompletionRoutes(core.completions()));
  }

  private static Face chats(Core core, ServerConfig config, BearerCallers callers) {
    return ChatsFace.of(
        callers.orOwner(),
        new ChatsRoutes(core.conversations()),
        new InferenceRoutes(core.conversations(), core.turns(), config.leaving()));
  }

  private static Face prompt(Core core, BearerCallers callers, ZonedDateTime startedAt) {
    return PromptFace.of(
        callers.orOwner(),
        new PromptRoutes(core.conversations(), core.turns(), core.agents(), startedAt));
  }

  private static Face openAi(Core core, BearerCallers callers) {
    return OpenAiFace.of(
        callers.inAnyCase(),
        new ModelRoutes(core.models(), core.embeddings()),
        new org.colloquy.server.api.openai.CompletionRoutes(core.completions()),
        new EmbeddingRoutes(core.embeddings()));
  }

  private static Face app(Core core, BearerCallers callers) {
    return AppFace.of(
        callers,
        new AppRoutes(
            new AccountRoutes(core.administration()),
            new InvitationRoutes(core.invitations()),
            new GroupRoutes(core.groups()),
            new QuotaRoutes(core.quotas()),
            new TokenRoutes(core.apiTokens()),
            new ServerRoutes(core.accounts(), core.settings(), core.privacy(), Version.current()),
            new ConversationRoutes(
                core.conversations(),
                core.sharedConversations(),
                core.marks(),
                new ConversationChanges(
                    core.conversations(),
                    core.marks(),
                    core.folders(),
                    core.agents(),
                    core.memories()),
                core.activities(),
                core.runningTurns()),
            new SettingRoutes(core.conversationSettings()),
            new FileRoutes(core.attachments(), core.documents()),
            new TableRoutes(core.tables(), core.plots()),
            new DocumentRoutes(core.documents(), core.citations()),
            new AnswerRoutes(core.answerDetails()),
            new PagePictureRoutes(core.pagePictures()),
            new ReferenceRoutes(core.bibliography()),
            new TurnRoutes(core.sharedConversations(), core.turns(), core.runningTurns()),
            new ToolRoutes(core.permissions(), core.toolPolicies()),
            new McpRoutes(core.mcpServers()),
            new ProviderRoutes(core.providers(), core.keys(), core.models()),
            new org.colloquy.server.api.app.KeyRoutes(core.keys()),
            new SessionRoutes(core.sessions(), core.openSessions(), core.resetCodes()),
            new AuditRoutes(core.auditReview()),
            new FolderRoutes(core.folders()),
            new ImportRoutes(core.imports()),
            new AgentRoutes(core.agents()),
            new MemoryRoutes(core.memories(), core.agents()),
            new SavedPromptRoutes(core.savedPrompts()),
            new PersonRoutes(
                core.exports(), core.conversationExports(), core.erasures(), Version.current()),
            new ConversationExportRoutes(core.conversationExports()),
            new UsageRoutes(core.usages()),
            new SearchRoutes(core.searches()),
            new DraftRoutes(core.drafts()),
            new SharingRoutes(core.sharing()),
            new ShareRoutes(core.shares(), core.recipients()),
            new SharedConversationRoutes(core.sharedConversations(), core.runningTurns())));
  }
}
