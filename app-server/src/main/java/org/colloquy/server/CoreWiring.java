package org.colloquy.server;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.answer.AnswerDetails;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.backup.Backups;
import org.colloquy.server.core.bibliography.Bibliography;
import org.colloquy.server.core.citation.Citations;
import org.colloquy.server.core.conversation.ConversationSettings;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.Marks;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.document.PagePictures;
import org.colloquy.server.core.document.Passages;
import org.colloquy.server.core.draft.Drafts;
import org.colloquy.server.core.embedding.Embeddings;
import org.colloquy.server.core.erasure.Erasures;
import org.colloquy.server.core.folder.Folders;
import org.colloquy.server.core.group.Groups;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.ApiTokens;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.importing.Imports;
import org.colloquy.server.core.mcp.McpServers;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.memory.Recollections;
import org.colloquy.server.core.policy.ToolPolicies;
import org.colloquy.server.core.privacy.Privacy;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.Providers;
import org.colloquy.server.core.quota.Quotas;
import org.colloquy.server.core.quota.Reservations;
import org.colloquy.server.core.retention.Retention;
import org.colloquy.server.core.review.AuditReview;
import org.colloquy.server.core.savedprompt.SavedPrompts;
import org.colloquy.server.core.search.Searches;
import org.colloquy.server.core.setting.Settings;
import org.colloquy.server.core.shared.ConversationAccess;
import org.colloquy.server.core.shared.Recipients;
import org.colloquy.server.core.shared.SharedConversations;
import org.colloquy.server.core.shared.Shares;
import org.colloquy.server.core.sharing.Sharing;
import org.colloquy.server.core.table.DataTables;
import org.colloquy.server.core.table.Plots;
import org.colloquy.server.core.table.TableLoader;
import org.colloquy.server.core.turn.Answerers;
import org.colloquy.server.core.turn.Answers;
import org.colloquy.server.core.turn.CallsOfReply;
import org.colloquy.server.core.turn.Completions;
import org.colloquy.server.core.turn.Lookup;
import org.colloquy.server.core.turn.Meter;
import org.colloquy.server.core.turn.Models;
import org.colloquy.server.core.turn.Permissions;
import org.colloquy.server.core.turn.Pictures;
import org.colloquy.server.core.turn.Prompts;
import org.colloquy.server.core.turn.Questions;
import org.colloquy.server.core.turn.Recall;
import org.colloquy.server.core.turn.RunningAnswers;
import org.colloquy.server.core.turn.Sources;
import org.colloquy.server.core.turn.TableHints;
import org.colloquy.server.core.turn.Titles;
import org.colloquy.server.core.turn.ToolLoop;
import org.colloquy.server.core.turn.ToolRunner;
import org.colloquy.server.core.turn.Turns;
import org.colloquy.server.core.usage.Usages;
import org.colloquy.server.reference.ReferenceFiles;
import org.colloquy.server.storage.JsonAgentFile;
import org.colloquy.server.tool.SchemaCheck;
import org.colloquy.server.tool.mcp.McpTools;

/// Makes the core.
final class CoreWiring {
  private CoreWiring() {}

  /// How much an account may have.
  ///
  /// @param answersAtOnce how many answers it may be given at the same time
  record Limits(int answersAtOnce, FileLimits files) {}

  static Core wire(Stores stores, Outside outside, Limits limits) {
    var clock = outside.clock();
    var ids = outside.ids();
    var messages = stores.messages();
    var identity = IdentityWiring.wire(stores, outside);
    var conversations =
        new Conversations(stores.conversations(), messages, outside.audit(), clock, ids);
    var providers =
        new Providers(
            stores.providers(),
            new Providers.Sources(outside.modelLister(), outside.catalogue()),
            new Providers.Inside(outside.guard(), outside.allowedOrigins()),
            outside.audit(),
            clock,
            ids);
    var keys = new Keys(stores.keys(), providers, outside.secretBox(), outside.audit(), clock, ids);
    var activities = new Activities(stores.activities(), conversations, clock);
    var tableLoader =
        new TableLoader(
            stores.tables(),
            outside.tableData(),
            outside.tableFiles(),
            outside.contents(),
            ids,
            outside.switchboard().servers());
    var tables =
        new DataTables(
            stores.tables(),
            outside.tableData(),
            tableLoader,
            conversations,
            new DataTables.Around(stores.attachments(), activities, ids));
    var plots = new Plots(stores.plots(), tables, conversations, activities, clock, ids);
    var bibliography =
        new Bibliography(
            stores.references(),
            stores.attachments(),
            conversations,
            stores.citations(),
            new ReferenceFiles(),
            outside.publications());
    var documents =
        new Documents(
            stores.documents(),
            stores.attachments(),
            outside.contents(),
            new Documents.Means(outside.extractor(), outside.passages(), outside.embedder()),
            outside.switchboard(),
            List.of(bibliography));
    var attachments =
        new Attachments(
            new Attachments.Kept(
                stores.attachments(), outside.contents(), outside.fileTypes(), limits.files()),
            conversations,
            activities,
            clock,
            ids,
            List.of(documents, tables));
    var memories =
        new Memories(
            stores.memories(),
            new Recollections(stores.memories(), outside.memoryRanking(), outside.embedder()),
            clock,
            ids);
    var usages = new Usages(stores.usages(), outside.tokenCounter(), clock);
    var reservations =
        new Reservations(stores.reservations(), usages, outside.tokenCounter(), clock, ids);
    var models =
        new Models(
            providers,
            keys,
            outside.chatModels(),
            new Meter(usages, reservations, outside.tokenCounter()));
    var access =
        new ConversationAccess(stores.conversations(), stores.shares(), stores.strangersWords());
    var recipients = new Recipients(stores.accounts(), stores.groups());
    var runningAnswers = new RunningAnswers(limits.answersAtOnce());
    var running =
        ClusterWiring.running(
            stores, outside, identity.accounts(), runningAnswers, access, limits.answersAtOnce());
    var completions = new Completions(models, identity.accounts(), runningAnswers, clock, ids);
    var tools =
        ToolWiring.wire(
            memories,
            attachments,
            documents,
            clock,
            Stream.concat(ToolWiring.ofTables(tables, plots).stream(), outside.tools().stream())
                .toList(),
            new McpTools(stores.mcpServers(), outside.mcp()));
    var agents = new Agents(stores.agents(), new JsonAgentFile(), tools::has, clock, ids);
    var settings = new Settings(stores.settings());
    var runner = new ToolRunner(tools, new SchemaCheck(), ToolRunner.LONGEST_RUN);
    var policies = new ToolPolicies(stores.toolPolicies(), clock, ids);
    var permissions =
        new Permissions(
            tools,
            policies,
            stores.strangersWords(),
            activities,
            outside.audit(),
            Permissions.LONGEST_WAIT);
    var titles = new Titles(models, stores.conversations(), stores.settings());
    var passages = new Passages(stores.documents(), outside.passages(), outside.embedder());
    var citations = new Citations(stores.citations(), stores.documents(), passages, access);
    var sources = new Sources(citations, stores.strangersWords());
    var answers = new Answers(messages, activities, stores.agents(), titles, sources, clock);
    var turns =
        new Turns(
            access,
            new Answerers(
                models, agents, identity.accounts(), settings, clock, ZoneId.systemDefault()),
            new Questions(
                stores.surroundings(),
                new Prompts(
                    tools,
                    new Lookup(outside.internet(), activities, stores.strangersWords()),
                    new Recall(memories),
                    sources,
                    new TableHints(tables),
                    outside.tokenCounter()),
                new Pictures(stores.attachments(), outside.contents()),
                clock,
                ids),
            running,
            answers,
            new ToolLoop(answers, new CallsOfReply(runner, permissions), messages, clock, ids));
    var mcpServers =
        new McpServers(
            stores.mcpServers(), outside.mcp(), outside.secretBox(), outside.audit(), clock, ids);
    var here = List.<RunningWork>of(running, completions, titles, mcpServers, documents);
    var everywhere = ClusterWiring.everywhere(outside.switchboard(), here);
    ClusterWiring.inherit(outside.switchboard(), messages, reservations, documents, tables);
    var erasures =
        RightsWiring.erasures(
            stores,
            outside,
            everywhere,
            new Erasures.Traces(
                outside.contents(), documents, tables, outside.letters(), outside.copies()));
    return new Core(
        identity.accounts(),
        identity.sessions(),
        identity.openSessions(),
        new ApiTokens(
            stores.apiTokens(),
            stores.accounts(),
            outside.apiTokenMint(),
            outside.audit(),
            clock,
            ids),
        new AccountAdministration(stores.accounts(), everywhere, erasures, outside.audit()),
        identity.recovery(),
        identity.resetCodes(),
        identity.invitations(),
        conversations,
        new ConversationSettings(stores.conversationSettings(), conversations),
        new Marks(stores.marks(), conversations),
        new Privacy(stores.privacy(), outside.guard(), outside.audit(), outside.switchboard()),
        providers,
        keys,
        settings,
        activities,
        attachments,
        tables,
        tableLoader,
        plots,
        documents,
        passages,
        new PagePictures(stores.attachments(), outside.contents(), outside.pageImages()),
        bibliography,
        citations,
        new AnswerDetails(access, messages, usages),
        agents,
        memories,
        new SavedPrompts(stores.savedPrompts(), clock, ids),
        new Embeddings(outside.embedder()),
        models,
        permissions,
        policies,
        mcpServers,
        turns,
        completions,
        running,
        titles,
        usages,
        reservations,
        new Quotas(stores.quotas(), outside.audit(), clock),
        new Groups(stores.groups(), outside.audit(), clock, ids),
        outside.audit(),
        new AuditReview(outside.audit()),
        new Folders(stores.folders(), stores.conversations(), ids),
        new Imports(outside.transcripts(), stores.imports(), stores.conversations(), clock, ids),
        RightsWiring.retention(
            stores, outside, running, new Retention.Traces(outside.contents(), documents, tables)),
        erasures,
        RightsWiring.exports(stores, outside),
        RightsWiring.conversationExports(stores, outside, conversations),
        new Searches(stores.search(), outside.searchIndex(), outside.searchBuilding()),
        new Drafts(stores.drafts(), conversations, clock),
        new Backups(outside.backups(), outside.contents(), outside.audit()),
        new Sharing(stores.sharing(), outside.networkDoor(), outside.audit(), ids),
        new Shares(stores.shares(), conversations, recipients, outside.audit(), clock, ids),
        recipients,
        new SharedConversations(access, stores.conversations(), messages, stores.shares()));
  }
}
