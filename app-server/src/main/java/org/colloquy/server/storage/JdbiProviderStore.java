package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.provider.NewModel;
import org.colloquy.server.core.provider.NewProvider;
import org.colloquy.server.core.provider.ProviderStore;
import org.jdbi.v3.core.Handle;

/// Keeps providers and their models.
public final class JdbiProviderStore implements ProviderStore {
  private static final String VISIBLE =
      "(owner_id is null or owner_id = :account or id in (select provider_id from api_key where "
          + SharedKeys.WITH_ACCOUNT
          + "))";

  private final Remembered remembered;

  public JdbiProviderStore(Database database) {
    this.remembered = database.remembered();
  }

  @Override
  public Provider add(NewProvider provider, List<NewModel> models) {
    return remembered.write(handle -> {
      insert(handle, provider);
      models.forEach(model -> insert(handle, provider.id(), model));
      return one(handle, provider.id());
    });
  }

  private static void insert(Handle handle, NewProvider provider) {
    var owner = provider.owner();
    handle
        .createUpdate(
            """
            insert into provider (id, owner_id, name, kind, address, allowed, created_at)
            values (:id, :owner, :name, :kind, :address, :allowed, :createdAt)
            """)
        .bind("id", provider.id().value())
        .bind("owner", Columns.column(owner == null ? null : owner.value()))
        .bind("name", provider.name())
        .bind("kind", provider.kind().name())
        .bind("address", provider.address())
        .bind("allowed", provider.allowed())
        .bind("createdAt", Columns.column(provider.createdAt()))
        .execute();
  }

  private static void insert(Handle handle, ProviderId provider, NewModel model) {
    handle
        .createUpdate(
            """
            insert into model (id, provider_id, name, title, context_window, longest_answer,
              abilities, input_price, output_price, cached_price, cache_written_price)
            values (:id, :provider, :name, :title, :contextWindow, :longestAnswer,
              :abilities, :inputPrice, :outputPrice, :cachedPrice, :cacheWrittenPrice)
            """)
        .bind("id", model.id().value())
        .bind("provider", provider.value())
        .bind("name", model.name())
        .bind("title", model.title())
        .bindMap(ModelFactColumns.of(model.told()))
        .execute();
  }

  @Override
  public List<Provider> visible(AccountId account) {
    return remembered.read(
        List.of("visible providers", account),
        handle -> where(handle, VISIBLE, Map.of("account", account.value())));
  }

  @Override
  public Optional<Provider> find(AccountId account, ProviderId id) {
    return remembered.read(
        List.of("provider", account, id),
        handle ->
            where(
                    handle,
                    VISIBLE + " and id = :id",
                    Map.of("account", account.value(), "id", id.value()))
                .stream()
                .findFirst());
  }

  @Override
  public Optional<Provider> findByNumber(AccountId account, long number) {
    return remembered.read(
        List.of("provider number", account, number),
        handle ->
            where(
                    handle,
                    VISIBLE + " and number = :number",
                    Map.of("account", account.value(), "number", number))
                .stream()
                .findFirst());
  }

  @Override
  public List<Provider> everybodys() {
    return remembered.read(
        "everybody's providers", handle -> where(handle, "owner_id is null", Map.of()));
  }

  /// Somebody who is no owner any more allows nothing.
  @Override
  public List<String> allowedAddresses() {
    return remembered.read(
        "allowed addresses",
        handle ->
            handle
                .createQuery(
                    """
                    select distinct provider.address
                    from provider
                    join account on account.id = provider.owner_id
                    where provider.allowed and account.role = 'OWNER'
                    """)
                .mapTo(String.class)
                .list());
  }

  private static Provider one(Handle handle, ProviderId id) {
    return where(handle, "id = :id", Map.of("id", id.value())).getFirst();
  }

  /// The providers that fulfil a condition, by number, each with its models.
  private static List<Provider> where(Handle handle, String condition, Map<String, ?> values) {
    var models =
        handle
            .createQuery(
                """
                select * from model where provider_id in (select id from provider where %s)
                order by number
                """
                    .formatted(condition))
            .bindMap(values)
            .map((row, _) -> model(row))
            .list()
            .stream()
            .collect(Collectors.groupingBy(ModelInfo::provider));
    return handle
        .createQuery("select * from provider where " + condition + " order by number")
        .bindMap(values)
        .map((row, _) -> provider(row, models))
        .list();
  }

  @Override
  public void changeAddress(ProviderId id, String address) {
    remembered.write(handle ->
        handle
            .createUpdate(
                "update provider set address = :address where id = :id and owner_id is null")
            .bind("id", id.value())
            .bind("address", address)
            .execute());
  }

  @Override
  public Provider replaceModels(ProviderId id, List<NewModel> models, Instant listedAt) {
    return remembered.write(handle -> {
      handle.execute(
          "update provider set listed_at = ? where id = ?", Columns.column(listedAt), id.value());
      var gone = new HashSet<>(one(handle, id).models());
      for (var model : models) {
        var known = gone.stream().filter(has -> has.name().equals(model.name())).findFirst();
        if (known.isPresent()) {
          gone.remove(known.get());
          update(handle, known.get().id(), model);
        } else {
          insert(handle, id, model);
        }
      }
      gone.forEach(model -> delete(handle, model.id()));
      return one(handle, id);
    });
  }

  private static void update(Handle handle, ModelId id, NewModel model) {
    handle
        .createUpdate(
            """
            update model set title = :title, context_window = :contextWindow,
              longest_answer = :longestAnswer, abilities = :abilities,
              input_price = :inputPrice, output_price = :outputPrice,
              cached_price = :cachedPrice, cache_written_price = :cacheWrittenPrice
            where id = :id
            """)
        .bind("id", id.value())
        .bind("title", model.title())
        .bindMap(ModelFactColumns.of(model.told()))
        .execute();
  }

  private static void delete(Handle handle, ModelId id) {
    handle.execute("delete from model where id = ?", id.value());
  }

  @Override
  public boolean wasFound(String address) {
    return remembered.read(
        List.of("found server", address),
        handle ->
            handle
                    .createQuery("select count(*) from found_server where address = :address")
                    .bind("address", address)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  @Override
  public void found(String address) {
    remembered.write(handle ->
        handle.execute(
            """
            insert into found_server (address)
            select cast(? as varchar)
            where not exists (select 1 from found_server where address = ?)
            """,
            address,
            address));
  }

  @Override
  public boolean remove(AccountId owner, ProviderId id) {
    int removed =
        remembered.write(handle ->
            handle.execute(
                "delete from provider where id = ? and owner_id = ?", id.value(), owner.value()));
    return removed > 0;
  }

  private static ModelInfo model(ResultSet row) throws SQLException {
    return new ModelInfo(
        new ModelId(Columns.id(row, "id")),
        row.getLong("number"),
        new ProviderId(Columns.id(row, "provider_id")),
        row.getString("name"),
        row.getString("title"),
        ModelFactColumns.facts(row));
  }

  private static Provider provider(ResultSet row, Map<ProviderId, List<ModelInfo>> models)
      throws SQLException {
    var id = new ProviderId(Columns.id(row, "id"));
    var owner = Columns.idOrNull(row, "owner_id");
    return new Provider(
        id,
        row.getLong("number"),
        owner == null ? null : new AccountId(owner),
        row.getString("name"),
        ProviderKind.valueOf(row.getString("kind")),
        row.getString("address"),
        models.getOrDefault(id, List.of()),
        Columns.time(row, "created_at"),
        Columns.timeOrNull(row, "listed_at"));
  }
}
