using System;
using System.Net;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <summary>Everything, as it was when nothing had been deployed yet. From here on a migration expands what is there, and a later one contracts it when no running version needs it.</summary>
public partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "audit_entries",
            columns: table => new
            {
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                number = table.Column<long>(type: "bigint", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                actor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                address = table.Column<IPAddress>(type: "inet", nullable: true),
                trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_audit_entries", x => new { x.organization_id, x.number });
            });

        migrationBuilder.CreateTable(
            name: "audit_heads",
            columns: table => new
            {
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                number = table.Column<long>(type: "bigint", nullable: false),
                hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_audit_heads", x => x.organization_id);
            });

        migrationBuilder.CreateTable(
            name: "batches",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                sender_id = table.Column<Guid>(type: "uuid", nullable: false),
                message_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                segments = table.Column<int>(type: "integer", nullable: false),
                tries = table.Column<short>(type: "smallint", nullable: false),
                due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                handed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                attempt_id = table.Column<Guid>(type: "uuid", nullable: true),
                attempted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_batches", x => x.id);
            })
            .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0.01);

        migrationBuilder.CreateTable(
            name: "campaigns",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                template = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                audience = table.Column<string>(type: "jsonb", nullable: false),
                patient_id = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "(audience ->> 'patientId')::uuid", stored: true),
                status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                status_note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                created_by = table.Column<Guid>(type: "uuid", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                plan_cursor = table.Column<Guid>(type: "uuid", nullable: true),
                completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                lifetime_hours = table.Column<short>(type: "smallint", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                approval_requested_by = table.Column<Guid>(type: "uuid", nullable: true),
                approval_requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                redacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                trace_parent = table.Column<string>(type: "character varying(55)", maxLength: 55, nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_campaigns", x => x.id);
                table.CheckConstraint("ck_campaigns_kind", "kind in ('bulk', 'reply', 'test')");
                table.CheckConstraint("ck_campaigns_status", "status in ('draft', 'queued', 'planning', 'running', 'paused', 'completed', 'canceled')");
            });

        migrationBuilder.CreateTable(
            name: "consent_events",
            columns: table => new
            {
                id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                patient_id = table.Column<Guid>(type: "uuid", nullable: true),
                phone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                wording_version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_consent_events", x => x.id);
                table.CheckConstraint("ck_consent_events_kind", "kind in ('granted', 'revoked')");
                table.CheckConstraint("ck_consent_events_source", "source in ('staff', 'import', 'reply', 'carrier')");
            });

        migrationBuilder.CreateTable(
            name: "data_protection_keys",
            columns: table => new
            {
                id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                friendly_name = table.Column<string>(type: "text", nullable: true),
                xml = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_data_protection_keys", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "messages",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                patient_id = table.Column<Guid>(type: "uuid", nullable: false),
                sender_id = table.Column<Guid>(type: "uuid", nullable: true),
                phone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                body = table.Column<string>(type: "character varying(1600)", maxLength: 1600, nullable: false),
                segments = table.Column<short>(type: "smallint", nullable: false),
                status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                error_code = table.Column<int>(type: "integer", nullable: true),
                attempts = table.Column<short>(type: "smallint", nullable: false),
                attempt_id = table.Column<Guid>(type: "uuid", nullable: true),
                attempted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                provider_sid = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true),
                history = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'{}'"),
                redacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_messages", x => x.id);
                table.CheckConstraint("ck_messages_status", "status in ('pending', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')");
            })
            .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0.02)
            .Annotation("Npgsql:StorageParameter:fillfactor", 45);

        migrationBuilder.CreateTable(
            name: "notable_messages",
            columns: table => new
            {
                message_id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                patient_id = table.Column<Guid>(type: "uuid", nullable: false),
                status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                ask_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_notable_messages", x => x.message_id);
            });

        migrationBuilder.CreateTable(
            name: "organizations",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                opens = table.Column<short[]>(type: "smallint[]", nullable: false),
                closes = table.Column<short[]>(type: "smallint[]", nullable: false),
                sending_stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                operator_stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                requires_second_factor = table.Column<bool>(type: "boolean", nullable: false),
                log_off_minutes = table.Column<short>(type: "smallint", nullable: false, defaultValueSql: "15"),
                approval_above = table.Column<int>(type: "integer", nullable: false, defaultValueSql: "5000"),
                message_retention_days = table.Column<short>(type: "smallint", nullable: true, defaultValueSql: "90"),
                audit_retention_years = table.Column<short>(type: "smallint", nullable: false, defaultValueSql: "6"),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_organizations", x => x.id);
                table.CheckConstraint("ck_organizations_hours", "cardinality(opens) = 7 and cardinality(closes) = 7");
            });

        migrationBuilder.CreateTable(
            name: "patient_imports",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                consent_given = table.Column<bool>(type: "boolean", nullable: false),
                status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                bytes_read = table.Column<long>(type: "bigint", nullable: false),
                rows_read = table.Column<long>(type: "bigint", nullable: false),
                added = table.Column<long>(type: "bigint", nullable: false),
                updated = table.Column<long>(type: "bigint", nullable: false),
                duplicates = table.Column<long>(type: "bigint", nullable: false),
                rejected = table.Column<long>(type: "bigint", nullable: false),
                error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                columns = table.Column<string>(type: "jsonb", nullable: false),
                created_by = table.Column<Guid>(type: "uuid", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_patient_imports", x => x.id);
                table.CheckConstraint("ck_patient_imports_status", "status in ('waiting', 'running', 'completed', 'failed')");
            });

        migrationBuilder.CreateTable(
            name: "patients",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                external_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                first_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                last_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                phone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                date_of_birth = table.Column<DateOnly>(type: "date", nullable: true),
                city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                state = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                postal_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                import_id = table.Column<Guid>(type: "uuid", nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                erasure_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                first_name_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, computedColumnSql: "lower(first_name)", stored: true, collation: "C"),
                last_name_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, computedColumnSql: "lower(last_name)", stored: true, collation: "C")
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_patients", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "replies",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                patient_id = table.Column<Guid>(type: "uuid", nullable: true),
                phone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                sender_id = table.Column<Guid>(type: "uuid", nullable: false),
                body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                intent = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                provider_sid = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                redacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_replies", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "senders",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                phone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                segments_per_second = table.Column<double>(type: "double precision", nullable: false),
                status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                pause_reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_senders", x => x.id);
                table.CheckConstraint("ck_senders_status", "status in ('active', 'paused')");
            });

        migrationBuilder.CreateTable(
            name: "signing_keys",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                protected_key = table.Column<byte[]>(type: "bytea", nullable: false),
                signs_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                signs_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_signing_keys", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "worker_heartbeats",
            columns: table => new
            {
                instance = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                in_flight = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_worker_heartbeats", x => x.instance);
            });

        migrationBuilder.CreateTable(
            name: "campaign_counters",
            columns: table => new
            {
                campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                total = table.Column<long>(type: "bigint", nullable: false),
                pending = table.Column<long>(type: "bigint", nullable: false),
                unknown = table.Column<long>(type: "bigint", nullable: false),
                accepted = table.Column<long>(type: "bigint", nullable: false),
                sent = table.Column<long>(type: "bigint", nullable: false),
                delivered = table.Column<long>(type: "bigint", nullable: false),
                sent_unconfirmed = table.Column<long>(type: "bigint", nullable: false),
                undelivered = table.Column<long>(type: "bigint", nullable: false),
                failed = table.Column<long>(type: "bigint", nullable: false),
                skipped = table.Column<long>(type: "bigint", nullable: false),
                canceled = table.Column<long>(type: "bigint", nullable: false),
                expired = table.Column<long>(type: "bigint", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_campaign_counters", x => x.campaign_id);
                table.ForeignKey(
                    name: "fk_campaign_counters_campaigns_campaign_id",
                    column: x => x.campaign_id,
                    principalTable: "campaigns",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            })
            .Annotation("Npgsql:StorageParameter:fillfactor", 20);

        migrationBuilder.CreateTable(
            name: "api_keys",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                prefix = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                scopes = table.Column<string[]>(type: "text[]", nullable: false),
                test = table.Column<bool>(type: "boolean", nullable: false),
                created_by = table.Column<Guid>(type: "uuid", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_api_keys", x => x.id);
                table.ForeignKey(
                    name: "fk_api_keys_organizations_organization_id",
                    column: x => x.organization_id,
                    principalTable: "organizations",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "idempotent_requests",
            columns: table => new
            {
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                request_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                status = table.Column<int>(type: "integer", nullable: true),
                location = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                body = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_idempotent_requests", x => new { x.organization_id, x.key });
                table.ForeignKey(
                    name: "fk_idempotent_requests_organizations_organization_id",
                    column: x => x.organization_id,
                    principalTable: "organizations",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "users",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                disabled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                last_sign_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                last_totp_step = table.Column<long>(type: "bigint", nullable: false),
                user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                password_hash = table.Column<string>(type: "text", nullable: true),
                security_stamp = table.Column<string>(type: "text", nullable: true),
                concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                phone_number = table.Column<string>(type: "text", nullable: true),
                phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                access_failed_count = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_users", x => x.id);
                table.CheckConstraint("ck_users_role", "role in ('viewer', 'staff', 'manager', 'admin', 'owner')");
                table.ForeignKey(
                    name: "fk_users_organizations_organization_id",
                    column: x => x.organization_id,
                    principalTable: "organizations",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "patient_import_errors",
            columns: table => new
            {
                import_id = table.Column<Guid>(type: "uuid", nullable: false),
                number = table.Column<long>(type: "bigint", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                line = table.Column<long>(type: "bigint", nullable: false),
                column = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_patient_import_errors", x => new { x.import_id, x.number });
                table.ForeignKey(
                    name: "fk_patient_import_errors_patient_imports_import_id",
                    column: x => x.import_id,
                    principalTable: "patient_imports",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "password_links",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                created_by = table.Column<Guid>(type: "uuid", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_password_links", x => x.id);
                table.ForeignKey(
                    name: "fk_password_links_asp_net_users_user_id",
                    column: x => x.user_id,
                    principalTable: "users",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "sessions",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                user_agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                second_factor = table.Column<bool>(type: "boolean", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sessions", x => x.id);
                table.ForeignKey(
                    name: "fk_sessions_asp_net_users_user_id",
                    column: x => x.user_id,
                    principalTable: "users",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "user_claims",
            columns: table => new
            {
                id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                claim_type = table.Column<string>(type: "text", nullable: true),
                claim_value = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_user_claims", x => x.id);
                table.ForeignKey(
                    name: "fk_user_claims_asp_net_users_user_id",
                    column: x => x.user_id,
                    principalTable: "users",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "user_logins",
            columns: table => new
            {
                login_provider = table.Column<string>(type: "text", nullable: false),
                provider_key = table.Column<string>(type: "text", nullable: false),
                provider_display_name = table.Column<string>(type: "text", nullable: true),
                user_id = table.Column<Guid>(type: "uuid", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                table.ForeignKey(
                    name: "fk_user_logins_users_user_id",
                    column: x => x.user_id,
                    principalTable: "users",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "user_passkeys",
            columns: table => new
            {
                credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                data = table.Column<string>(type: "jsonb", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_user_passkeys", x => x.credential_id);
                table.ForeignKey(
                    name: "fk_user_passkeys_users_user_id",
                    column: x => x.user_id,
                    principalTable: "users",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "user_tokens",
            columns: table => new
            {
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                login_provider = table.Column<string>(type: "text", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                value = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                table.ForeignKey(
                    name: "fk_user_tokens_users_user_id",
                    column: x => x.user_id,
                    principalTable: "users",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "refresh_tokens",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                session_id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_refresh_tokens", x => x.id);
                table.ForeignKey(
                    name: "fk_refresh_tokens_sessions_session_id",
                    column: x => x.session_id,
                    principalTable: "sessions",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "ix_api_keys_hash",
            table: "api_keys",
            column: "hash",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_api_keys_organization_id",
            table: "api_keys",
            column: "organization_id");

        migrationBuilder.CreateIndex(
            name: "ix_audit_entries_organization_id_action_number",
            table: "audit_entries",
            columns: new[] { "organization_id", "action", "number" });

        migrationBuilder.CreateIndex(
            name: "ix_audit_entries_organization_id_actor_id_number",
            table: "audit_entries",
            columns: new[] { "organization_id", "actor_id", "number" });

        migrationBuilder.CreateIndex(
            name: "ix_audit_entries_organization_id_subject_id_number",
            table: "audit_entries",
            columns: new[] { "organization_id", "subject_id", "number" });

        migrationBuilder.CreateIndex(
            name: "ix_batches_campaign_id_sender_id_due_at_id",
            table: "batches",
            columns: new[] { "campaign_id", "sender_id", "due_at", "id" },
            filter: "attempt_id is null");

        migrationBuilder.CreateIndex(
            name: "ix_batches_lease_until",
            table: "batches",
            column: "lease_until",
            filter: "lease_until is not null");

        migrationBuilder.CreateIndex(
            name: "ix_batches_sender_id",
            table: "batches",
            column: "sender_id",
            filter: "handed_at is not null");

        migrationBuilder.CreateIndex(
            name: "ix_campaigns_organization_id_id",
            table: "campaigns",
            columns: new[] { "organization_id", "id" },
            filter: "kind = 'bulk'");

        migrationBuilder.CreateIndex(
            name: "ix_campaigns_organization_id_started_at",
            table: "campaigns",
            columns: new[] { "organization_id", "started_at" });

        migrationBuilder.CreateIndex(
            name: "ix_campaigns_patient_id_id",
            table: "campaigns",
            columns: new[] { "patient_id", "id" },
            filter: "patient_id is not null");

        migrationBuilder.CreateIndex(
            name: "ix_campaigns_status",
            table: "campaigns",
            column: "status",
            filter: "status in ('queued', 'planning', 'running', 'paused', 'canceled')");

        migrationBuilder.CreateIndex(
            name: "ix_consent_events_organization_id_phone_id",
            table: "consent_events",
            columns: new[] { "organization_id", "phone", "id" },
            descending: new[] { false, false, true })
            .Annotation("Npgsql:IndexInclude", new[] { "kind" });

        migrationBuilder.CreateIndex(
            name: "ix_idempotent_requests_created_at",
            table: "idempotent_requests",
            column: "created_at");

        migrationBuilder.CreateIndex(
            name: "ix_messages_campaign_id_patient_id",
            table: "messages",
            columns: new[] { "campaign_id", "patient_id" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_notable_messages_ask_at",
            table: "notable_messages",
            column: "ask_at",
            filter: "ask_at is not null");

        migrationBuilder.CreateIndex(
            name: "ix_notable_messages_campaign_id_status_patient_id",
            table: "notable_messages",
            columns: new[] { "campaign_id", "status", "patient_id" });

        migrationBuilder.CreateIndex(
            name: "ix_password_links_hash",
            table: "password_links",
            column: "hash",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_password_links_user_id",
            table: "password_links",
            column: "user_id");

        migrationBuilder.CreateIndex(
            name: "ix_patient_imports_organization_id_id",
            table: "patient_imports",
            columns: new[] { "organization_id", "id" });

        migrationBuilder.CreateIndex(
            name: "ix_patients_erasure_due_at",
            table: "patients",
            column: "erasure_due_at",
            filter: "erasure_due_at is not null");

        migrationBuilder.CreateIndex(
            name: "ix_patients_organization_id_external_id",
            table: "patients",
            columns: new[] { "organization_id", "external_id" },
            unique: true,
            filter: "external_id is not null");

        migrationBuilder.CreateIndex(
            name: "ix_patients_organization_id_first_name_key_last_name_key_id",
            table: "patients",
            columns: new[] { "organization_id", "first_name_key", "last_name_key", "id" });

        migrationBuilder.CreateIndex(
            name: "ix_patients_organization_id_id",
            table: "patients",
            columns: new[] { "organization_id", "id" });

        migrationBuilder.CreateIndex(
            name: "ix_patients_organization_id_last_name_key_first_name_key_id",
            table: "patients",
            columns: new[] { "organization_id", "last_name_key", "first_name_key", "id" });

        migrationBuilder.CreateIndex(
            name: "ix_patients_organization_id_phone_id",
            table: "patients",
            columns: new[] { "organization_id", "phone", "id" });

        migrationBuilder.CreateIndex(
            name: "ix_refresh_tokens_hash",
            table: "refresh_tokens",
            column: "hash",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_refresh_tokens_session_id",
            table: "refresh_tokens",
            column: "session_id");

        migrationBuilder.CreateIndex(
            name: "ix_replies_organization_id_id",
            table: "replies",
            columns: new[] { "organization_id", "id" });

        migrationBuilder.CreateIndex(
            name: "ix_replies_organization_id_patient_id_id",
            table: "replies",
            columns: new[] { "organization_id", "patient_id", "id" });

        migrationBuilder.CreateIndex(
            name: "ix_replies_organization_id_received_at_id",
            table: "replies",
            columns: new[] { "organization_id", "received_at", "id" },
            filter: "redacted_at is null");

        migrationBuilder.CreateIndex(
            name: "ix_replies_provider_sid",
            table: "replies",
            column: "provider_sid",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_senders_organization_id",
            table: "senders",
            column: "organization_id");

        migrationBuilder.CreateIndex(
            name: "ix_senders_phone",
            table: "senders",
            column: "phone",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_sessions_user_id",
            table: "sessions",
            column: "user_id");

        migrationBuilder.CreateIndex(
            name: "ix_signing_keys_signs_from",
            table: "signing_keys",
            column: "signs_from",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_user_claims_user_id",
            table: "user_claims",
            column: "user_id");

        migrationBuilder.CreateIndex(
            name: "ix_user_logins_user_id",
            table: "user_logins",
            column: "user_id");

        migrationBuilder.CreateIndex(
            name: "ix_user_passkeys_user_id",
            table: "user_passkeys",
            column: "user_id");

        migrationBuilder.CreateIndex(
            name: "EmailIndex",
            table: "users",
            column: "normalized_email");

        migrationBuilder.CreateIndex(
            name: "ix_users_organization_id",
            table: "users",
            column: "organization_id");

        migrationBuilder.CreateIndex(
            name: "UserNameIndex",
            table: "users",
            column: "normalized_user_name",
            unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "api_keys");

        migrationBuilder.DropTable(
            name: "audit_entries");

        migrationBuilder.DropTable(
            name: "audit_heads");

        migrationBuilder.DropTable(
            name: "batches");

        migrationBuilder.DropTable(
            name: "campaign_counters");

        migrationBuilder.DropTable(
            name: "consent_events");

        migrationBuilder.DropTable(
            name: "data_protection_keys");

        migrationBuilder.DropTable(
            name: "idempotent_requests");

        migrationBuilder.DropTable(
            name: "messages");

        migrationBuilder.DropTable(
            name: "notable_messages");

        migrationBuilder.DropTable(
            name: "password_links");

        migrationBuilder.DropTable(
            name: "patient_import_errors");

        migrationBuilder.DropTable(
            name: "patients");

        migrationBuilder.DropTable(
            name: "refresh_tokens");

        migrationBuilder.DropTable(
            name: "replies");

        migrationBuilder.DropTable(
            name: "senders");

        migrationBuilder.DropTable(
            name: "signing_keys");

        migrationBuilder.DropTable(
            name: "user_claims");

        migrationBuilder.DropTable(
            name: "user_logins");

        migrationBuilder.DropTable(
            name: "user_passkeys");

        migrationBuilder.DropTable(
            name: "user_tokens");

        migrationBuilder.DropTable(
            name: "worker_heartbeats");

        migrationBuilder.DropTable(
            name: "campaigns");

        migrationBuilder.DropTable(
            name: "patient_imports");

        migrationBuilder.DropTable(
            name: "sessions");

        migrationBuilder.DropTable(
            name: "users");

        migrationBuilder.DropTable(
            name: "organizations");
    }
}
