package org.colloquy.server.core.provider;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.jspecify.annotations.Nullable;

/// Who can be asked: the built-in model, OpenAI, and what people add.
public final class Providers {
  /// The built-in provider's name.
  public static final String BUILT_IN = "Colloquy";

  /// The built-in model's name.
  public static final String BUILT_IN_MODEL = "local";

  private static final int LONGEST_NAME = 100;

  private final ProviderStore store;
  private final Sources sources;
  private final Inside inside;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public Providers(
      ProviderStore store,
      Sources sources,
      Inside inside,
      Audit audit,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.sources = sources;
    this.inside = inside;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// What is inside this computer's network, and what of it everybody may add.
  public record Inside(Whereabouts whereabouts, AllowedOrigins allowed) {}

  /// What tells of models: the providers themselves, and what is generally known.
  public record Sources(ModelLister lister, Catalogue catalogue) {}

  /// Those everybody sees and the caller's own, by number.
  public List<Provider> visible(Caller caller) {
    return store.visible(caller.account()).stream().map(models()::completed).toList();
  }

  public Provider get(Caller caller, ProviderId id) {
    return store
        .find(caller.account(), id)
        .map(models()::completed)
        .orElseThrow(Providers::notFound);
  }

  public Provider getByNumber(Caller caller, long number) {
    return store
        .findByNumber(caller.account(), number)
        .map(models()::completed)
        .orElseThrow(Providers::notFound);
  }

  /// What one could add, and what is known of models.
  public Catalogue catalogue() {
    return sources.catalogue();
  }

  private KnownModels models() {
    return sources.catalogue().models();
  }

  /// OpenAI, or what stands in for it.
  public Provider openAi(Caller caller) {
    return visible(caller).stream()
        .filter(provider -> provider.owner() == null)
        .filter(provider -> provider.name().equals(KnownProviders.OPENAI.name()))
        .findFirst()
        .orElseThrow(Providers::notFound);
  }

  /// Adds a server that speaks OpenAI's chat completions.
  ///
  /// @param name empty for the address's host
  public Provider add(Caller caller, String name, String address) {
    return add(caller, name, address, ProviderKind.OPENAI_CHAT);
  }

  /// Adds a server. It has no models until they are fetched.
  ///
  /// One that is not public, such as on this computer, is allowed by the owner's adding it; others
  /// may then add it as well.
  ///
  /// @param name empty for the address's host
  public Provider add(Caller caller, String name, String address, ProviderKind kind) {
    if (kind == ProviderKind.GGUF) {
      return addFile(caller, name, address);
    }
    var base = ProviderAddress.normalized(address, kind);
    var shown = name.isBlank() ? ProviderAddress.host(base) : name.strip();
    new Rules()
        .expect(kind != ProviderKind.LOCAL, "kind", "The built-in provider is there already.")
        .check();
    return store(
        new NewProvider(
            new ProviderId(ids.next()),
            caller.account(),
            shown,
            kind,
            base,
            allows(caller, base),
            clock.instant()),
        caller);
  }

  /// A file is looked into at once, so that a wrong one is told at once.
  private Provider addFile(Caller caller, String name, String path) {
    if (!caller.scopes().contains(Scope.ADMIN)) {
      throw new ProblemException(
          new Problem.NotAllowed(
              "Only the owner of this Colloquy can have models in files of this computer run."));
    }
    var address = ProviderAddress.ofFile(path);
    var asked =
        new Provider(
            new ProviderId(ids.next()),
            0,
            caller.account(),
            name,
            ProviderKind.GGUF,
            address,
            List.of(),
            clock.instant());
    var told = sources.lister().list(asked, null);
    var shown = name.isBlank() ? told.getFirst().name() : name.strip();
    var file =
        new NewProvider(
            asked.id(), caller.account(), shown, asked.kind(), address, false, clock.instant());
    return keep(store(file, caller), told);
  }

  private Provider store(NewProvider provider, Caller caller) {
    new Rules().filled(provider.name(), "name", LONGEST_NAME).check();
    var added = store.add(provider, List.of());
    audit.note(caller.did(Action.PROVIDER_ADDED, added.id()));
    return added;
  }

  /// Whether its being added allows this address, which others need not ask for.
  private boolean allows(Caller caller, String base) {
    var origin = AllowedOrigins.origin(base).orElseThrow(ProviderAddress::unusable);
    return switch (inside.whereabouts().of(origin)) {
      case PUBLIC, UNKNOWN -> false;
      case INSIDE -> {
        boolean owner = caller.scopes().contains(Scope.ADMIN);
        if (!owner && !inside.allowed().test(origin)) {
          throw new ProblemException(
              new Problem.NotAllowed(
                  origin
                      + " is on this computer or in its network, and only the owner of this"
                      + " Colloquy can add it"));
        }
        yield owner;
      }
    };
  }

  /// The caller's provider at this address, added if there is none.
  Provider addOnce(Caller caller, String address) {
    var base = ProviderAddress.normalized(address);
    return visible(caller).stream()
        .filter(provider -> provider.address().equals(base))
        .findFirst()
        .orElseGet(() -> add(caller, "", base));
  }

  public void remove(Caller caller, ProviderId id) {
    if (!store.remove(caller.account(), id)) {
      throw notFound();
    }
    audit.note(caller.did(Action.PROVIDER_REMOVED, id));
  }

  /// Asks the provider which models it has, and keeps them if it is the caller's or everybody's.
  Provider fetchModels(Caller caller, Provider provider, @Nullable Secret key) {
    var told = sources.lister().list(provider, key);
    var owner = provider.owner();
    return owner == null || owner.equals(caller.account()) ? keep(provider, told) : provider;
  }

  /// Keeps what a provider said that it has.
  Provider keep(Provider provider, List<ListedModel> told) {
    var models = told.stream().map(this::listed).toList();
    return models().completed(store.replaceModels(provider.id(), models, clock.instant()));
  }

  /// Asks the provider which models it has, and keeps nothing.
  List<String> tryModels(Provider provider, @Nullable Secret key) {
    return sources.lister().list(provider, key).stream().map(ListedModel::name).toList();
  }

  /// Makes sure that OpenAI and the built-in model are there.
  ///
  /// @param openAiAddress where OpenAI, or what stands in for it, is reached
  public void prepare(String openAiAddress) {
    var address = ProviderAddress.normalized(openAiAddress);
    var present = store.everybodys();
    if (present.isEmpty()) {
      store.add(
          everybodys(KnownProviders.OPENAI.name(), ProviderKind.OPENAI_CHAT, address),
          KnownProviders.OPENAI_MODELS.stream().map(ListedModel::new).map(this::listed).toList());
      store.add(
          everybodys(BUILT_IN, ProviderKind.LOCAL, ""),
          List.of(
              new NewModel(
                  new ModelId(ids.next()),
                  BUILT_IN_MODEL,
                  "Built-in (no key needed)",
                  ModelFacts.UNKNOWN)));
      return;
    }
    present.stream()
        .filter(provider -> provider.name().equals(KnownProviders.OPENAI.name()))
        .filter(provider -> !provider.address().equals(address))
        .forEach(provider -> store.changeAddress(provider.id(), address));
  }

  private NewProvider everybodys(String name, ProviderKind kind, String address) {
    return new NewProvider(
        new ProviderId(ids.next()), null, name, kind, address, false, clock.instant());
  }

  private NewModel listed(ListedModel model) {
    return new NewModel(
        new ModelId(ids.next()), model.name(), models().titleOf(model.name()), model.told());
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("provider"));
  }
}
