package io.imprimatur.identity.internal;

import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People and their groups in the tables {@code person} and {@code person_group}. */
@Repository
class PersonStore implements People {
    private static final String PERSON =
            """
            select p.id, p.display_name, p.email,
                   array(select g.group_name from person_group g
                         where g.person_id = p.id and p.active order by g.group_name) as group_names
            from person p
            """;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final String hashOfNobody;

    PersonStore(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.hashOfNobody = encoder.encode("nobody");
    }

    @Override
    public Optional<Person> find(String id) {
        return jdbc.sql(PERSON + "where p.id = ?")
                .param(id)
                .query(PersonStore::person)
                .optional();
    }

    @Override
    public Optional<Person> findActive(String id) {
        return jdbc.sql(PERSON + "where p.id = ? and p.active")
                .param(id)
                .query(PersonStore::person)
                .optional();
    }

    @Override
    public List<Person> inGroup(String group) {
        return jdbc.sql(
                        PERSON
                                + """
                        join person_group m on m.person_id = p.id
                        where m.group_name = ? and p.active order by p.id
                        """)
                .param(group)
                .query(PersonStore::person)
                .list();
    }

    @Override
    public List<Person> all() {
        return jdbc.sql(PERSON + "where p.active order by p.id")
                .query(PersonStore::person)
                .list();
    }

    @Override
    public List<String> groups() {
        var names = new TreeSet<>(Groups.ALL);
        names.addAll(jdbc.sql("select distinct group_name from person_group")
                .query(String.class)
                .list());
        return List.copyOf(names);
    }

    @Override
    @Transactional
    public boolean passwordMatches(String id, String password) {
        var hash = hashOf(id);
        var matches = encoder.matches(password, hash.orElse(hashOfNobody)) && hash.isPresent();
        if (matches && encoder.upgradeEncoding(hash.get())) {
            setPassword(id, password);
        }
        return matches;
    }

    /** Stores somebody new; does nothing if another node has just done so. */
    @Transactional
    public void create(Person person, String password) {
        var created = jdbc.sql(
                        "insert into person (id, display_name, email, password_hash) values (?, ?, ?, ?) on conflict do nothing")
                .params(person.id(), person.displayName(), person.email(), encoder.encode(password))
                .update();
        if (created == 0) {
            return;
        }
        for (var group : person.groups()) {
            jdbc.sql("insert into person_group (person_id, group_name) values (?, ?)")
                    .params(person.id(), group)
                    .update();
        }
    }

    private Optional<String> hashOf(String id) {
        return jdbc.sql("select password_hash from person where id = ? and active")
                .param(id)
                .query(String.class)
                .optional();
    }

    private void setPassword(String id, String password) {
        jdbc.sql("update person set password_hash = ? where id = ?")
                .params(encoder.encode(password), id)
                .update();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        var groups = (@Nullable String[]) row.getArray("group_names").getArray();
        return new Person(row.getString("id"), row.getString("display_name"), row.getString("email"), Set.of(groups));
    }
}
